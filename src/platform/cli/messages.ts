import type { Messages } from '#platform/locale.ts'

export const messages = {
  'title': {
    ru: 'Senim: школы, которые держат свои обещания о данных. Команды:',
    kk: 'Senim: деректер туралы уәдесінде тұратын мектептер. Командалар:',
    en: 'Senim: schools that keep what they promise about data. Commands:',
  },
  'everywhere': {
    ru: 'Везде: --json для программ, --as <login> от чьего имени, --help подробности команды.',
    kk: 'Барлық жерде: --json бағдарламаларға, --as <login> кімнің атынан, --help команданың толық сипаттамасы.',
    en: 'Everywhere: --json for programs, --as <login> on whose behalf, --help for one command in detail.',
  },
  'modes': {
    ru: 'В демонстрации и тестах --at <moment> задаёт время одной команды. Настройки: docs/operate/.',
    kk: 'Көрсетілім мен сынақта --at <moment> бір команданың уақытын белгілейді. Баптаулар: docs/operate/.',
    en: 'In demo and test --at <moment> sets the time of one command. Settings: docs/operate/.',
  },
  'unknown-command': {
    ru: 'Нет команды «{command}»: список покажет senim --help.',
    kk: '«{command}» деген команда жоқ: тізімді senim --help көрсетеді.',
    en: 'There is no command "{command}": senim --help lists them.',
  },
  'unknown-flag': {
    ru: 'У команды «{command}» нет ключа {flag}: что у неё есть, покажет senim {command} --help.',
    kk: '«{command}» командасында {flag} кілті жоқ: барын senim {command} --help көрсетеді.',
    en: 'The command "{command}" has no {flag}: senim {command} --help shows what it has.',
  },
  'flag-needs-value': {
    ru: 'После {flag} нужно значение: {flag} <{value}>.',
    kk: '{flag} кілтінен кейін мән керек: {flag} <{value}>.',
    en: '{flag} needs a value after it: {flag} <{value}>.',
  },
  'flag-takes-no-value': { ru: 'Ключ {flag} пишется без значения.', kk: '{flag} кілті мәнсіз жазылады.', en: '{flag} takes no value.' },
  'missing': {
    ru: 'Команде «{command}» не хватает {what}: образец покажет senim {command} --help.',
    kk: '«{command}» командасына {what} жетіспейді: үлгісін senim {command} --help көрсетеді.',
    en: 'The command "{command}" needs {what}: senim {command} --help shows how.',
  },
  'too-much': {
    ru: 'Лишнее слово «{word}»: образец покажет senim {command} --help.',
    kk: '«{word}» сөзі артық: үлгісін senim {command} --help көрсетеді.',
    en: 'One word too many, "{word}": senim {command} --help shows how.',
  },
  'which-site': {
    ru: 'Школ несколько, назовите одну: --site <slug>, имена покажет senim site list.',
    kk: 'Мектеп бірнешеу, біреуін атаңыз: --site <slug>, атауларын senim site list көрсетеді.',
    en: 'There are several schools, name one: --site <slug>; senim site list shows the names.',
  },
  'no-such-site': {
    ru: 'Нет открытой школы «{site}»: имена покажет senim site list.',
    kk: '«{site}» деген ашық мектеп жоқ: атауларын senim site list көрсетеді.',
    en: 'No school "{site}" is open: senim site list shows the names.',
  },
  'who-are-you': {
    ru: 'Назовите, от чьего имени: --as <login>.',
    kk: 'Кімнің атынан екенін айтыңыз: --as <login>.',
    en: 'Say on whose behalf: --as <login>.',
  },
  'nobody-by-that-login': {
    ru: 'В школе «{site}» нет человека с логином «{login}».',
    kk: '«{site}» мектебінде логині «{login}» адам жоқ.',
    en: 'The school "{site}" knows nobody by the login "{login}".',
  },
  'not-this-person': {
    ru: 'Этому человеку команда недоступна, отказ записан в журнал. От чьего имени её выполнить, говорит --as <login>.',
    kk: 'Бұл адамға команда қолжетімсіз, бас тарту журналға жазылды. Оны кімнің атынан орындау керегін --as <login> айтады.',
    en: 'This person may not do that; the refusal is in the log. Say with --as <login> on whose behalf.',
  },
  'not-a-moment': {
    ru: '«{at}» не похоже на момент времени: напишите, например, 2026-12-01T09:00:00+05:00.',
    kk: '«{at}» уақытқа ұқсамайды: мысалы, 2026-12-01T09:00:00+05:00 деп жазыңыз.',
    en: '"{at}" is not a moment: write, for example, 2026-12-01T09:00:00+05:00.',
  },
  'no-other-time': {
    ru: '--at действует только в демонстрации и тестах: в рабочей школе время одно.',
    kk: '--at тек көрсетілім мен сынақта жұмыс істейді: жұмыс істеп тұрған мектептің уақыты біреу.',
    en: '--at works in demo and test only: a school at work has one time.',
  },
  'is-running': {
    ru: 'Senim сейчас работает (процесс {pid}), а этой команде нужна остановленная папка: остановите его и повторите.',
    kk: 'Senim қазір жұмыс істеп тұр ({pid} процесі), ал бұл командаға тоқтатылған қалта керек: оны тоқтатып, қайталаңыз.',
    en: 'Senim is running (process {pid}) and this command needs it stopped: stop it and try again.',
  },
  'went-away': {
    ru: 'Работающий Senim не ответил до конца: посмотрите его вывод и повторите.',
    kk: 'Жұмыс істеп тұрған Senim жауабын аяқтамады: оның шығысын қарап, қайталаңыз.',
    en: 'The running Senim did not finish its answer: look at its output and try again.',
  },
  'fault': {
    ru: 'Сбой {number}: подробности выше, сообщите их разработчикам.',
    kk: '№ {number} ақау: толығы жоғарыда, әзірлеушілерге хабарлаңыз.',
    en: 'Fault {number}: the details are above, please tell the developers.',
  },
} satisfies Messages
