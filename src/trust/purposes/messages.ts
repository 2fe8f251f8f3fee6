import type { Messages } from '#platform/locale.ts'

export const messages = {
  'undeclared': {
    ru: 'Эти данные здесь не открыть: политика школы не называет для них такой цели ({category}, {function}). Отказ записан в журнал.',
    kk: 'Бұл деректер мұнда ашылмайды: мектеп саясатында олар үшін мұндай мақсат аталмаған ({category}, {function}). Бас тарту журналға жазылды.',
    en: 'This data does not open here: the policy of the school names no such purpose for it ({category}, {function}). The refusal is in the log.',
  },
  'allowed': { ru: 'можно: {category} читают для цели «{purpose}»', kk: 'болады: {category} дерегі «{purpose}» мақсатымен оқылады', en: 'allowed: {category} is read for the purpose "{purpose}"' },
  'refused-purpose': { ru: 'отказано: цели «{purpose}» в политике школы нет', kk: 'бас тартылды: мектеп саясатында «{purpose}» мақсаты жоқ', en: 'refused: the policy of the school has no purpose "{purpose}"' },
  'refused-category': { ru: 'отказано: для цели «{purpose}» данные {category} не названы', kk: 'бас тартылды: «{purpose}» мақсаты үшін {category} дерегі аталмаған', en: 'refused: {category} is not named for the purpose "{purpose}"' },
  'refused-function': { ru: 'отказано: функция {function} не служит цели «{purpose}»', kk: 'бас тартылды: {function} функциясы «{purpose}» мақсатына қызмет етпейді', en: 'refused: the function {function} does not serve the purpose "{purpose}"' },
  'functions': { ru: 'функций: {count}', kk: 'функциялар: {count}', en: 'functions: {count}' },
} satisfies Messages
