import type { Messages } from '#platform/locale.ts'

export const messages = {
  'undeclared': {
    ru: 'Эти данные здесь не открыть: политика школы не называет для них такой цели ({category}, {function}). Отказ записан в журнал.',
    kk: 'Бұл деректер мұнда ашылмайды: мектеп саясатында олар үшін мұндай мақсат аталмаған ({category}, {function}). Бас тарту журналға жазылды.',
    en: 'This data does not open here: the policy of the school names no such purpose for it ({category}, {function}). The refusal is in the log.',
  },
  'you-rest': {
    ru: 'Сейчас это не работает: вы приостановили использование своих данных. Они только хранятся. Вернуть всё можно на странице «Мои данные».',
    kk: 'Бұл қазір жұмыс істемейді: деректеріңізді пайдалануды тоқтатып қойғансыз. Олар тек сақталып тұр. Оны «Менің деректерім» бетінде қайта қоса аласыз.',
    en: 'This does not work now: you have put the use of your data on hold. It is only stored. You can take that back on the page My data.',
  },
  'person-rests': {
    ru: 'Нельзя: этот человек приостановил использование своих данных. Их можно только хранить, пока он не снимет запрет или не выйдет срок.',
    kk: 'Болмайды: бұл адам деректерін пайдалануды тоқтатып қойған. Өзі қайта қосқанша не мерзімі біткенше деректер тек сақталады.',
    en: 'Not possible: this person has put the use of their data on hold. Until they lift that, or its term is over, the data may only be stored.',
  },
  'allowed': { ru: 'можно: {category} читают для цели «{purpose}»', kk: 'болады: {category} дерегі «{purpose}» мақсатымен оқылады', en: 'allowed: {category} is read for the purpose "{purpose}"' },
  'refused-purpose': { ru: 'отказано: цели «{purpose}» в политике школы нет', kk: 'бас тартылды: мектеп саясатында «{purpose}» мақсаты жоқ', en: 'refused: the policy of the school has no purpose "{purpose}"' },
  'refused-category': { ru: 'отказано: для цели «{purpose}» данные {category} не названы', kk: 'бас тартылды: «{purpose}» мақсаты үшін {category} дерегі аталмаған', en: 'refused: {category} is not named for the purpose "{purpose}"' },
  'refused-function': { ru: 'отказано: функция {function} не служит цели «{purpose}»', kk: 'бас тартылды: {function} функциясы «{purpose}» мақсатына қызмет етпейді', en: 'refused: the function {function} does not serve the purpose "{purpose}"' },
  'refused-rests': { ru: 'отказано: {category} этого человека сейчас только хранится и не служит цели «{purpose}»', kk: 'бас тартылды: бұл адамның {category} дерегі қазір тек сақталады, «{purpose}» мақсатына қызмет етпейді', en: 'refused: {category} of this person is only stored now, and does not serve the purpose "{purpose}"' },
  'functions': { ru: 'функций: {count}', kk: 'функциялар: {count}', en: 'functions: {count}' },
} satisfies Messages
