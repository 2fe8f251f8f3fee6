import type { Messages } from '#platform/locale.ts'

export const messages = {
  'no-visit': { ru: 'Страницы здесь открыть некому.', kk: 'Беттерді мұнда ашатын ешкім жоқ.', en: 'There is nothing here to open pages with.' },
  'proved': {
    ru: 'Дополнительных правил: {all}; страниц, на которых их нет: {missing}; изменённых после публикации: {changed}.',
    kk: 'Қосымша ережелер: {all}; олар жоқ беттер: {missing}; жарияланғаннан кейін өзгергені: {changed}.',
    en: 'Supplementary rules: {all}; pages on which they are missing: {missing}; changed after they were published: {changed}.',
  },
  'title': { ru: 'Дополнительные правила', kk: 'Қосымша ережелер', en: 'Supplementary rules' },
  'lead': { ru: 'Они действуют вместе с политикой, каждое для тех, кого касается.', kk: 'Олар саясатпен бірге, әрқайсысы өзіне қатысы бар адамдар үшін қолданылады.', en: 'They stand beside the policy, each for those it concerns.' },
  'policy': { ru: 'Политика конфиденциальности', kk: 'Құпиялық саясаты', en: 'Privacy policy' },
  'version': { ru: 'Редакция {version}, действует с', kk: 'Редакция {version}, күшіне енген күні:', en: 'Version {version}, in force since' },
  'seal': { ru: 'Печать текста', kk: 'Мәтіннің мөрі', en: 'Seal of the text' },
  'not-current': { ru: 'Это не та редакция, что действует сейчас.', kk: 'Бұл қазір күшінде тұрған редакция емес.', en: 'This is not the version in force.' },
  'to-current': { ru: 'Открыть действующую', kk: 'Күшіндегісін ашу', en: 'Open the one in force' },
  'others': { ru: 'Другие редакции', kk: 'Басқа редакциялар', en: 'Other versions' },
  'which-are-mine': { ru: 'Какие правила касаются меня', kk: 'Маған қай ережелер қатысты', en: 'Which rules concern me' },
} satisfies Messages
