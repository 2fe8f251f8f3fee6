import type { Messages } from '#platform/locale.ts'

export const messages = {
  'title': { ru: 'Уведомления', kk: 'Хабарламалар', en: 'Notices' },
  'lead': { ru: 'Что нового по вашим работам, сертификатам и запросам.', kk: 'Жұмыстарыңыз, сертификаттарыңыз және өтініштеріңіз бойынша жаңалықтар.', en: 'What is new about your work, certificates and requests.' },
  'empty': { ru: 'Уведомлений пока нет', kk: 'Әзірге хабарлама жоқ', en: 'No notices yet' },
  'empty-hint': { ru: 'Здесь появится весть, когда преподаватель ответит, выйдет сертификат или будет готов ответ на запрос.', kk: 'Оқытушы жауап бергенде, сертификат берілгенде немесе өтінішке жауап дайын болғанда осы жерде хабар шығады.', en: 'Something will appear here when a teacher answers, a certificate is issued or a request is settled.' },
  'unread': { ru: 'новое', kk: 'жаңа', en: 'new' },
  'open': { ru: 'Открыть', kk: 'Ашу', en: 'Open' },
  'open-named': { ru: 'Открыть: {what}', kk: 'Ашу: {what}', en: 'Open: {what}' },
  'read-all': { ru: 'Отметить всё прочитанным', kk: 'Бәрін оқылды деп белгілеу', en: 'Mark all as read' },
  'all-read': { ru: 'Всё отмечено прочитанным.', kk: 'Бәрі оқылды деп белгіленді.', en: 'Everything is marked as read.' },
  'now-read': { ru: 'Отмечено прочитанным.', kk: 'Оқылды деп белгіленді.', en: 'Marked as read.' },

  'work-returned': { ru: 'Преподаватель проверил работу: её можно доработать и сдать снова', kk: 'Оқытушы жұмысты тексерді: оны жетілдіріп, қайта тапсыруға болады', en: 'A teacher has reviewed your work: improve it and hand it in again' },
  'work-accepted': { ru: 'Работа принята', kk: 'Жұмыс қабылданды', en: 'Your work is accepted' },
  'teacher-replied': { ru: 'Преподаватель ответил вам', kk: 'Оқытушы сізге жауап берді', en: 'A teacher has answered you' },
  'work-sent': { ru: 'На проверку пришла работа', kk: 'Тексеруге жұмыс келді', en: 'A work has come in for review' },
  'learner-replied': { ru: 'Ученик ответил на отзыв', kk: 'Оқушы пікірге жауап берді', en: 'A learner has answered your feedback' },
  'certificate-issued': { ru: 'Вам выдан сертификат', kk: 'Сізге сертификат берілді', en: 'A certificate is issued to you' },
  'certificate-revoked': { ru: 'Сертификат отозван', kk: 'Сертификат кері қайтарылды', en: 'A certificate is revoked' },
  'request-answered': { ru: 'На ваш запрос о данных есть ответ', kk: 'Деректер туралы өтінішіңізге жауап бар', en: 'Your request about data is answered' },
  'request-asked': { ru: 'Пришёл запрос о данных', kk: 'Деректер туралы өтініш келді', en: 'A request about data has come in' },
  'copy-ready': { ru: 'Копия ваших данных готова', kk: 'Деректеріңіздің көшірмесі дайын', en: 'The copy of your data is ready' },

  'letter-subject': { ru: '{school}: есть новости', kk: '{school}: жаңалық бар', en: '{school}: there is news' },
  'letter-text': {
    ru: 'Подробности мы в письме не пишем: войдите и прочитайте их здесь: {address}',
    kk: 'Толығын хатта жазбаймыз: кіріп, мына жерден оқыңыз: {address}',
    en: 'We do not put details in a letter: sign in and read them here: {address}',
  },
  'letter-work-returned': { ru: 'На вашем курсе есть новости.', kk: 'Курсыңызда жаңалық бар.', en: 'There is news in your course.' },
  'letter-work-accepted': { ru: 'На вашем курсе есть новости.', kk: 'Курсыңызда жаңалық бар.', en: 'There is news in your course.' },
  'letter-teacher-replied': { ru: 'На вашем курсе есть новости.', kk: 'Курсыңызда жаңалық бар.', en: 'There is news in your course.' },
  'letter-work-sent': { ru: 'Вас ждёт работа на проверку.', kk: 'Сізді тексерілетін жұмыс күтіп тұр.', en: 'A work is waiting for your review.' },
  'letter-learner-replied': { ru: 'Вас ждёт ответ ученика.', kk: 'Сізді оқушының жауабы күтіп тұр.', en: 'An answer of a learner is waiting for you.' },
  'letter-certificate-issued': { ru: 'На вашем курсе есть новости.', kk: 'Курсыңызда жаңалық бар.', en: 'There is news in your course.' },
  'letter-certificate-revoked': { ru: 'На вашем курсе есть новости.', kk: 'Курсыңызда жаңалық бар.', en: 'There is news in your course.' },
  'letter-request-answered': { ru: 'Есть новости о ваших данных.', kk: 'Деректеріңіз туралы жаңалық бар.', en: 'There is news about your data.' },
  'letter-request-asked': { ru: 'Пришёл запрос, у которого есть срок.', kk: 'Мерзімі бар өтініш келді.', en: 'A request with a deadline has come in.' },
  'letter-copy-ready': { ru: 'Есть новости о ваших данных.', kk: 'Деректеріңіз туралы жаңалық бар.', en: 'There is news about your data.' },

  'proved': {
    ru: 'Отзывов отдано: {all}; без уведомления: {untold}; без обещанного письма: {unwritten}.',
    kk: 'Берілген пікірлер: {all}; хабарламасыз: {untold}; уәде етілген хатсыз: {unwritten}.',
    en: 'Feedback given: {all}; without a notice: {untold}; without the promised letter: {unwritten}.',
  },
} satisfies Messages
