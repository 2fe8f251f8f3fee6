import type { Messages } from '#platform/locale.ts'

export const messages = {
  'title': { ru: 'Приглашения', kk: 'Шақырулар', en: 'Invitations' },
  'lead': {
    ru: 'Всё, что не про учёбу, получат только те, кто дал на это отдельное согласие. Кто отозвал его, того пропустит ближайшая отправка.',
    kk: 'Оқуға қатысы жоқ хабарды тек соған бөлек келісім бергендер алады. Келісімін қайтарып алғандарға келесі жіберу бармайды.',
    en: 'What is not about learning reaches only those who gave a separate consent to it. Whoever withdrew is left out of the next sending.',
  },
  'none': { ru: 'Политика школы не называет ни одной цели за пределами учёбы. Писать о другом здесь нельзя.', kk: 'Мектеп саясатында оқудан тыс мақсат аталмаған. Басқа туралы жазуға болмайды.', en: 'The policy of the school names no purpose beyond learning. There is no writing about anything else.' },
  'consent': { ru: 'По какому согласию', kk: 'Қай келісім бойынша', en: 'Under which consent' },
  'ru': { ru: 'Текст на русском', kk: 'Орысша мәтін', en: 'Words in Russian' },
  'kk': { ru: 'Текст на казахском', kk: 'Қазақша мәтін', en: 'Words in Kazakh' },
  'en': { ru: 'Текст на английском', kk: 'Ағылшынша мәтін', en: 'Words in English' },
  'write': { ru: 'Отправить согласившимся', kk: 'Келіскендерге жіберу', en: 'Send to those who agreed' },
  'written': { ru: 'Что отправлено', kk: 'Не жіберілді', en: 'What was sent' },
  'nothing': { ru: 'Пока ничего.', kk: 'Әзірге ештеңе жоқ.', en: 'Nothing yet.' },
  'when': { ru: 'Когда написано', kk: 'Жазылған уақыты', en: 'Written on' },
  'words': { ru: 'Текст', kk: 'Мәтін', en: 'Words' },
  'told': { ru: 'Скольким', kk: 'Неше адамға', en: 'To how many' },
  'waits': { ru: 'ждёт отправки', kk: 'жіберуді күтіп тұр', en: 'waits to be sent' },
  'kept': { ru: 'Приглашение уйдёт в ближайшие минуты.', kk: 'Шақыру жақын минуттарда жіберіледі.', en: 'The invitation goes out within minutes.' },
  'not-for-this': { ru: 'Это согласие дано не на приглашения. Выберите из списка.', kk: 'Бұл келісім шақыру үшін берілмеген. Тізімнен таңдаңыз.', en: 'This consent is not for invitations. Choose one from the list.' },
  'why-you': { ru: 'Вы получили это, потому что дали отдельное согласие.', kk: 'Мұны бөлек келісім бергендіктен алдыңыз.', en: 'You received this because you gave a separate consent.' },
  'withdraw': { ru: 'Посмотреть или отозвать', kk: 'Қарау не қайтарып алу', en: 'See or withdraw it' },
  'proved': {
    ru: 'Целей в политике: {purposes}, из них за пределами учёбы без своего согласия: {bare}. Отправлено приглашений: {sent}, из них не по такому согласию: {astray}.',
    kk: 'Саясаттағы мақсат: {purposes}, оның ішінде оқудан тыс, өз келісімі жоғы: {bare}. Жіберілген шақыру: {sent}, оның ішінде мұндай келісімсіз кеткені: {astray}.',
    en: 'Purposes of the policy: {purposes}, of them beyond learning without a consent of their own: {bare}. Invitations sent: {sent}, of them under no such consent: {astray}.',
  },
} satisfies Messages
