import type { Messages } from '#platform/locale.ts'

export const byLetterMessages = {
  'management': { ru: 'Управление данными, по письму', kk: 'Деректерді басқару, хат бойынша', en: 'Managing data, by letter' },
  'identity-first': {
    ru: 'Запрос пришёл письмом, а письмо можно отправить от чужого имени. Сначала человек должен войти и подтвердить, что запрос его.',
    kk: 'Өтініш хатпен келді, ал хатты бөтен атынан жіберуге болады. Алдымен адам кіріп, өтініштің өзінікі екенін растауы керек.',
    en: 'The request came by letter, and a letter can be sent in anybody’s name. First the person has to sign in and say that it is theirs.',
  },
  'not-by-letter': { ru: 'Этот запрос не нужно подтверждать.', kk: 'Бұл өтінішті растау қажет емес.', en: 'This request needs no confirmation.' },
  'case-unconfirmed': { ru: 'Личность не подтверждена: запрос пришёл письмом. Мы попросили человека войти и подтвердить. До этого данные не отдаём и ничего не стираем.', kk: 'Жеке басы расталмаған: өтініш хатпен келді. Адамнан кіріп, растауын сұрадық. Оған дейін дерек бермейміз, ештеңе жоймаймыз.', en: 'Identity not confirmed: the request came by letter. We have asked the person to sign in and confirm it. Until then no data goes out and nothing is erased.' },
  'case-confirmed': { ru: 'Личность подтверждена: человек вошёл и подтвердил запрос', kk: 'Жеке басы расталды: адам кіріп, өтінішті растады', en: 'Identity confirmed: the person signed in and confirmed the request' },
  'yours': { ru: 'Это ваш запрос?', kk: 'Бұл сіздің өтінішіңіз бе?', en: 'Is this request yours?' },
  'yours-text': { ru: 'Он пришёл письмом с вашего адреса. Пока вы не подтвердите, школа ничего по нему не отдаст и не изменит.', kk: 'Ол сіздің мекенжайыңыздан хатпен келді. Растағаныңызша мектеп ол бойынша ештеңе бермейді және өзгертпейді.', en: 'It came in a letter from your address. Until you confirm it the school hands out and changes nothing because of it.' },
  'yours-yes': { ru: 'Да, мой', kk: 'Иә, менікі', en: 'Yes, it is mine' },
  'yours-no': { ru: 'Нет, писал не я', kk: 'Жоқ, мен жазған жоқпын', en: 'No, I did not write it' },
  'confirmed': { ru: 'Запрос подтверждён.', kk: 'Өтініш расталды.', en: 'The request is confirmed.' },
  'disowned': { ru: 'Запрос закрыт: по нему ничего не сделано. Если это повторится, смените пароль почты.', kk: 'Өтініш жабылды: ол бойынша ештеңе істелген жоқ. Қайталанса, поштаңыздың құпиясөзін ауыстырыңыз.', en: 'The request is closed, and nothing was done because of it. If it happens again, change the password of your mailbox.' },
  'at-once-head': { ru: 'Это можно сделать сразу, не дожидаясь ответа', kk: 'Мұны жауап күтпей, бірден істеуге болады', en: 'You can do this at once, without waiting for the answer' },
  'erase-asker': { ru: 'Удалить учётную запись и данные по этому запросу', kk: 'Осы өтініш бойынша тіркелгі мен деректерді жою', en: 'Erase the account and the data on this request' },
  'erase-asker-hint': { ru: 'Только если человек просил об удалении. Отменить нельзя; останется подтверждение без имени.', kk: 'Адам жоюды сұраған болса ғана. Қайтару мүмкін емес; аты жоқ растама қалады.', en: 'Only if the person asked for it. It cannot be undone; a confirmation without a name remains.' },
  'erase-began': { ru: 'Удаление начато. Это его подтверждение.', kk: 'Жою басталды. Бұл оның растамасы.', en: 'The erasure has begun. This is its confirmation.' },
  'step-confirmed': { ru: 'Вы подтвердили, что запрос ваш', kk: 'Өтініш өзіңіздікі екенін растадыңыз', en: 'You confirmed that the request is yours' },
} satisfies Messages

export const confirmMail = {
  subject: { ru: 'Подтвердите запрос о данных', kk: 'Деректер туралы өтінішті растаңыз', en: 'Confirm the request about your data' },
  text: {
    ru: 'С вашего адреса в школу «{school}» пришло письмо с запросом о ваших данных. Письмо можно подделать, поэтому войдите и скажите, ваш ли это запрос: {address}\n\nПоследний день ответа: {due}. Если писали не вы, скажите об этом на той же странице: данные никому не отданы.',
    kk: 'Сіздің мекенжайыңыздан «{school}» мектебіне деректеріңіз туралы өтініш хатпен келді. Хатты қолдан жасауға болады, сондықтан кіріп, өтініштің сіздікі не сіздікі емес екенін айтыңыз: {address}\n\nЖауаптың соңғы күні: {due}. Жазған сіз болмасаңыз, оны сол бетте айтыңыз: деректер ешкімге берілген жоқ.',
    en: 'A letter with a request about your data came to “{school}” from your address. A letter can be forged, so sign in and say whether the request is yours: {address}\n\nThe last day of the answer: {due}. If it was not you, say so on the same page: no data has been given to anybody.',
  },
} satisfies Messages
