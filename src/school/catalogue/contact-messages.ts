import type { Messages } from '#platform/locale.ts'

/** The page of contacts. */
export const contactMessages = {
  'contacts': { ru: 'Помощь и контакты', kk: 'Көмек және байланыс', en: 'Help and contact' },
  'contacts-lead': { ru: 'Все официальные каналы школы. Отвечает человек.', kk: 'Мектептің барлық ресми арналары. Жауапты адам береді.', en: 'All official channels of the school. A person answers.' },
  'channels': { ru: 'Каналы связи', kk: 'Байланыс арналары', en: 'Channels' },
  'channel': { ru: 'Канал', kk: 'Арна', en: 'Channel' },
  'address': { ru: 'Адрес', kk: 'Мекенжай', en: 'Address' },
  'for-what': { ru: 'По каким вопросам', kk: 'Қандай сұрақтар бойынша', en: 'For what' },
  'hours': { ru: 'Часы', kk: 'Уақыты', en: 'Hours' },
  'answer-within': { ru: 'Ответ в течение', kk: 'Жауап мерзімі', en: 'Answer within' },
  'for-privacy': { ru: 'персональные данные', kk: 'дербес деректер', en: 'personal data' },
  'for-rights': { ru: 'запросы по вашим правам', kk: 'құқықтарыңыз бойынша өтініштер', en: 'requests about your rights' },
  'for-support': { ru: 'поддержка', kk: 'қолдау қызметі', en: 'support' },
  'for-security': { ru: 'безопасность', kk: 'қауіпсіздік', en: 'security' },
  'for-consultation': { ru: 'консультация', kk: 'кеңес', en: 'advice' },
  'write-to-us': { ru: 'Написать нам', kk: 'Бізге жазу', en: 'Write to us' },
  'write-by-channels': { ru: 'Пишите или звоните по любому из адресов выше.', kk: 'Жоғарыдағы кез келген мекенжай бойынша жазыңыз немесе қоңырау шалыңыз.', en: 'Write or call by any of the ways above.' },
  'my-enquiries': { ru: 'Мои обращения', kk: 'Менің сауалдарым', en: 'My enquiries' },
  'video-plays-not': { ru: 'Не играет видео: {place}', kk: 'Бейне ойнамайды: {place}', en: 'A video does not play: {place}' },
  'sign-in': { ru: 'Войти', kk: 'Кіру', en: 'Sign in' },
  'who-answers': { ru: 'Кто отвечает', kk: 'Кім жауап береді', en: 'Who answers' },
  'operator': { ru: 'Оператор', kk: 'Оператор', en: 'Operator' },
  'responsible': { ru: 'Ответственный за персональные данные', kk: 'Дербес деректерге жауапты тұлға', en: 'Privacy officer' },
  'my-rights': { ru: 'Мои данные и права', kk: 'Менің деректерім мен құқықтарым', en: 'My data and rights' },
} satisfies Messages
