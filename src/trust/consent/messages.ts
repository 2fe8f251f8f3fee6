import type { Messages } from '#platform/locale.ts'
import { registerMessages } from './register/messages.ts'

export const messages = {
  ...registerMessages,
  'title': { ru: 'Файлы cookie', kk: 'Cookie файлдары', en: 'Cookies' },
  'lead': {
    ru: 'Необходимые файлы нужны, чтобы вы могли войти и отправить форму. Остальные появляются только с вашего согласия.',
    kk: 'Қажетті файлдар кіру және нысан жіберу үшін керек. Қалғандары тек сіздің келісіміңізбен пайда болады.',
    en: 'The necessary ones let you sign in and send a form. All others appear only with your consent.',
  },
  'only-necessary-here': {
    ru: 'Эта школа ставит только необходимые файлы cookie, поэтому ни о чём не спрашивает.',
    kk: 'Бұл мектеп тек қажетті cookie файлдарын қояды, сондықтан ештеңе сұрамайды.',
    en: 'This school sets necessary cookies only, so it asks nothing.',
  },
  'ask': {
    ru: 'Можно сохранить в этом браузере ваши настройки? Без согласия останутся только необходимые файлы cookie.',
    kk: 'Осы браузерде баптауларыңызды сақтауға бола ма? Келісіміңізсіз тек қажетті cookie файлдары қалады.',
    en: 'May we keep your preferences in this browser? Without your consent only the necessary cookies remain.',
  },
  'ask-analytics': {
    ru: 'Можно сохранить в этом браузере ваши настройки и считать, что вы здесь открываете? Без согласия останутся только необходимые файлы cookie.',
    kk: 'Осы браузерде баптауларыңызды сақтап, мұнда не ашатыныңызды есептеуге бола ма? Келісіміңізсіз тек қажетті cookie файлдары қалады.',
    en: 'May we keep your preferences in this browser and count what you open here? Without your consent only the necessary cookies remain.',
  },
  'ask-service': {
    ru: 'Можно посчитать ваши посещения для {names}? Туда уходит только то, сколько раз открыта страница: без имён, адресов и файлов cookie.',
    kk: 'Келулеріңізді мына қызмет үшін санауға бола ма: {names}? Оған тек беттің қанша рет ашылғаны кетеді: атсыз, мекенжайсыз, cookie файлынсыз.',
    en: 'May we count your visits for {names}? Only how often a page was opened goes there: no names, no addresses, no cookies.',
  },
  'told-service': {
    ru: 'С вашего согласия {names} узнаёт от школы, сколько раз открыта страница. Вас в этих числах нет.',
    kk: 'Келісім берсеңіз, мына қызмет беттің қанша рет ашылғанын мектептен біледі: {names}. Бұл сандарда сіз жоқсыз.',
    en: 'With your consent {names} learns from the school how often a page was opened. You are not in these numbers.',
  },
  'only-necessary': { ru: 'Только необходимые', kk: 'Тек қажеттілері', en: 'Only necessary' },
  'choose': { ru: 'Выбрать', kk: 'Таңдау', en: 'Choose' },
  'allow-all': { ru: 'Разрешить все', kk: 'Бәріне рұқсат беру', en: 'Allow all' },
  'save': { ru: 'Сохранить выбор', kk: 'Таңдауды сақтау', en: 'Save my choice' },
  'saved': { ru: 'Выбор сохранён. Изменить его можно здесь в любой момент.', kk: 'Таңдауыңыз сақталды. Оны осы жерде кез келген уақытта өзгерте аласыз.', en: 'Your choice is saved. You can change it here at any time.' },
  'your-choice': { ru: 'Ваш выбор', kk: 'Сіздің таңдауыңыз', en: 'Your choice' },
  'chosen-at': { ru: 'Выбрано {date}', kk: 'Таңдалған күні: {date}', en: 'Chosen on {date}' },
  'functional': { ru: 'Функциональные', kk: 'Функционалдық', en: 'Functional' },
  'functional-hint': { ru: 'Помнят язык и вид страниц между посещениями.', kk: 'Тіл мен бет көрінісін келесі кіруге дейін сақтайды.', en: 'They remember language and appearance between visits.' },
  'analytics': { ru: 'Аналитические', kk: 'Талдамалық', en: 'Analytics' },
  'analytics-hint': { ru: 'Помогают понять, какими страницами пользуются.', kk: 'Қай беттер қолданылатынын түсінуге көмектеседі.', en: 'They help to understand which pages are used.' },
  'necessary': { ru: 'Необходимые', kk: 'Қажетті', en: 'Necessary' },
  'table': { ru: 'Все файлы cookie этой школы', kk: 'Осы мектептің барлық cookie файлдары', en: 'All cookies of this school' },
  'name': { ru: 'Имя', kk: 'Атауы', en: 'Name' },
  'category': { ru: 'Вид', kk: 'Түрі', en: 'Kind' },
  'purpose': { ru: 'Зачем', kk: 'Не үшін', en: 'What for' },
  'life': { ru: 'Сколько живёт', kk: 'Қанша сақталады', en: 'How long it lives' },
  'session': { ru: 'до закрытия браузера', kk: 'браузер жабылғанға дейін', en: 'until the browser closes' },
  'refused-by-browser': {
    ru: 'Ваш браузер просит не следить за вами (Global Privacy Control): мы считаем это отказом и ни о чём не спрашиваем.',
    kk: 'Браузеріңіз сізді бақыламауды сұрайды (Global Privacy Control): біз мұны бас тарту деп қабылдаймыз және ештеңе сұрамаймыз.',
    en: 'Your browser asks not to be followed (Global Privacy Control): we take this for a refusal and ask nothing.',
  },
  'without-cookies': {
    ru: 'Если запретить файлы cookie в браузере, страницы школы открываются, но войти не получится: вход держится на необходимом файле.',
    kk: 'Браузерде cookie файлдарына тыйым салсаңыз, мектеп беттері ашылады, бірақ кіре алмайсыз: кіру үшін қажетті файл керек.',
    en: 'If you block cookies in the browser, the pages of the school still open. You cannot sign in, because that needs the necessary one.',
  },
  'no-visit': { ru: 'Этот процесс не открывает страниц школы.', kk: 'Бұл процесс мектеп беттерін ашпайды.', en: 'This process opens no pages of the school.' },
  'proved': {
    ru: 'Гостю до выбора поставлено файлов cookie вне необходимых: {early}; после отказа: {refused}; всего в списке: {listed}.',
    kk: 'Таңдауға дейін қонаққа қойылған қажетті емес cookie: {early}; бас тартқаннан кейін: {refused}; тізімдегі барлығы: {listed}.',
    en: 'Cookies other than necessary set for a guest before a choice: {early}; after a refusal: {refused}; listed in all: {listed}.',
  },
} satisfies Messages
