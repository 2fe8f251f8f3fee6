import type { Messages } from '#platform/locale.ts'

export const namelessMessages = {
  'learner-number': { ru: 'Учащийся {number}', kk: '{number}-білім алушы', en: 'Learner {number}' },
  'covered-tag': { ru: 'без имени до оценки', kk: 'баға қойылғанша аты көрінбейді', en: 'no name until the grade' },
  'covered-lead': {
    ru: 'Эту работу проверяют без имени. Оно появится, когда вы отправите оценку. Имя файла тоже скрыто.',
    kk: 'Бұл жұмыс атаусыз тексеріледі. Аты сіз баға жібергеннен кейін көрінеді. Файл атауы да жасырылған.',
    en: 'This work is reviewed without a name. It appears once you have sent the grade. The name of the file is hidden too.',
  },
  'nameless-learner': {
    ru: 'Преподаватель проверяет эту работу без вашего имени: он видит «Учащийся» и номер. Имя откроется ему вместе с оценкой. Не подписывайте саму работу.',
    kk: 'Оқытушы бұл жұмысты сіздің атыңызсыз тексереді: тек нөміріңізді көреді. Атыңыз оған бағамен бірге ашылады. Жұмыстың өзіне атыңызды жазбаңыз.',
    en: 'The teacher reviews this work without your name and sees only a number. Your name opens together with the grade. Do not sign the work itself.',
  },
  'nameless-mine': { ru: 'Для преподавателя вы пока «{name}»', kk: 'Оқытушы үшін сіз әзірге «{name}»', en: 'To the teacher you are “{name}” for now' },

  'office-home': { ru: 'Кабинет школы', kk: 'Мектеп кеңсесі', en: 'Office' },
  'assignments': { ru: 'Проверка без имён', kk: 'Атаусыз тексеру', en: 'Review without names' },
  'assignments-lead': {
    ru: 'Для каждого набора: видит ли преподаватель имя учащегося до оценки. Перемена касается работ, которые начнут после неё: сданные остаются, как были обещаны.',
    kk: 'Әр топ үшін: оқытушы білім алушының атын бағаға дейін көре ме. Өзгеріс содан кейін басталған жұмыстарға қатысты: тапсырылғандары уәде етілгендей қалады.',
    en: 'For each run: whether the teacher sees the name of a learner before the grade. A change holds for works begun after it: those sent already stay as was promised.',
  },
  'assignments-none': { ru: 'Наборов пока нет', kk: 'Топтар әзірге жоқ', en: 'No runs yet' },
  'as-course-says': { ru: 'как задано в курсе', kk: 'курста берілгендей', en: 'as the course says' },
  'by-office': { ru: 'решение школы', kk: 'мектеп шешімі', en: 'decided by the school' },
  'review-nameless': { ru: 'Проверять без имён', kk: 'Атаусыз тексеру', en: 'Review without names' },
  'naming-kept': { ru: 'Настройка сохранена.', kk: 'Баптау сақталды.', en: 'The setting is saved.' },
  'works-covered': { ru: 'Сейчас без имени: {count}', kk: 'Қазір атаусыз: {count}', en: 'Without a name now: {count}' },

  'about-learner': { ru: 'Данные учащегося', kk: 'Білім алушының деректері', en: 'About the learner' },
  'about-learner-lead': {
    ru: 'Для проверки они не нужны, поэтому закрыты. Назовите причину: она останется в журнале, и учащийся сможет её прочитать.',
    kk: 'Тексеру үшін олар қажет емес, сондықтан жабық. Себебін айтыңыз: ол журналда қалады, оны білім алушы оқи алады.',
    en: 'The review does not need them, so they are closed. Give a reason: it stays in the log, and the learner can read it.',
  },
  'why': { ru: 'Зачем вам эти данные', kk: 'Бұл деректер не үшін керек', en: 'Why you need these data' },
  'why-hint': { ru: 'Не короче десяти знаков.', kk: 'Кемінде он таңба.', en: 'At least ten characters.' },
  'open-learner': { ru: 'Открыть на десять минут', kk: 'Он минутқа ашу', en: 'Open for ten minutes' },
  'opened-until': { ru: 'Открыты до', kk: 'Ашық уақыты:', en: 'Open until' },
  'name-covered': { ru: 'Имя и данные закрыты, пока нет оценки.', kk: 'Баға қойылғанша аты мен деректері жабық.', en: 'Name and data are covered until the grade is given.' },
  'learner-opened': { ru: 'Данные открыты, причина записана.', kk: 'Деректер ашылды, себебі жазылды.', en: 'The data are open, the reason is recorded.' },
  'learner-name': { ru: 'Имя', kk: 'Аты', en: 'Name' },
  'learner-since': { ru: 'Учится с', kk: 'Оқи бастаған күні', en: 'Learning since' },
  'learner-until': { ru: 'Доступ до', kk: 'Қолжетімділік мерзімі', en: 'Access until' },
  'learner-language': { ru: 'Язык курса', kk: 'Курс тілі', en: 'Language of the course' },
  'learner-lessons': { ru: 'Пройдено уроков', kk: 'Өткен сабақтары', en: 'Lessons done' },
  'learner-test': { ru: 'Тест сдан', kk: 'Тестті тапсырған күні', en: 'Test passed' },
  'learner-works': { ru: 'Отправлено вариантов', kk: 'Жіберген нұсқалары', en: 'Versions sent' },
  'not-yet': { ru: 'ещё нет', kk: 'әлі жоқ', en: 'not yet' },
} satisfies Messages
