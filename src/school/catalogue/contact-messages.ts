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
  'write-signed-out': { ru: 'Без учётной записи пишите на любой из адресов выше. Форма открыта тем, кто вошёл: так сообщение хранится под вашим ключом.', kk: 'Тіркелгіңіз болмаса, жоғарыдағы кез келген мекенжайға жазыңыз. Нысан кіргендерге ашық: сонда хабар сіздің кілтіңізбен сақталады.', en: 'Without an account, write to any of the addresses above. The form is for those who are signed in: that way the message is kept under your own key.' },
  'message-words': { ru: 'Сообщение', kk: 'Хабар', en: 'Message' },
  'message-hint': { ru: 'Не меньше 10 знаков. Прочтёт только школа.', kk: 'Кемінде 10 таңба. Тек мектеп оқиды.', en: 'At least 10 characters. Only the school reads it.' },
  'send-message': { ru: 'Отправить', kk: 'Жіберу', en: 'Send' },
  'message-sent': { ru: 'Сообщение получено. Ответим по адресу вашей учётной записи.', kk: 'Хабар алынды. Тіркелгіңіздегі мекенжайға жауап береміз.', en: 'We have your message and will answer to the address of your account.' },
  'sign-in': { ru: 'Войти', kk: 'Кіру', en: 'Sign in' },
  'who-answers': { ru: 'Кто отвечает', kk: 'Кім жауап береді', en: 'Who answers' },
  'operator': { ru: 'Оператор', kk: 'Оператор', en: 'Operator' },
  'responsible': { ru: 'Ответственный за персональные данные', kk: 'Дербес деректерге жауапты тұлға', en: 'Privacy officer' },
  'my-rights': { ru: 'Мои данные и права', kk: 'Менің деректерім мен құқықтарым', en: 'My data and rights' },
} satisfies Messages
