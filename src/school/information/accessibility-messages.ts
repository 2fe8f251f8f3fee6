import type { Messages } from '#platform/locale.ts'

/** For whom the site is made, how that is tried, where it still fails, and whom to tell. */
export const accessibilityMessages = {
  'accessibility': { ru: 'Доступность', kk: 'Қолжетімділік', en: 'Accessibility' },
  'accessibility-lead': {
    ru: 'Учиться должно быть удобно с клавиатурой, с программой экранного доступа, при крупном шрифте и на маленьком экране.',
    kk: 'Пернетақтамен де, экран оқитын бағдарламамен де, ірі әріппен де, шағын экранда да оқу ыңғайлы болуы керек.',
    en: 'Learning should be comfortable by keyboard, with a screen reader, in large type and on a small screen.',
  },
  'accessibility-standard': { ru: 'К чему мы стремимся', kk: 'Біз неге ұмтыламыз', en: 'What we aim at' },
  'accessibility-standard-text': {
    ru: 'Уровень AA стандарта WCAG 2.2. В нескольких местах строже: кольцо вокруг выбранного элемента шириной 3 пикселя, обычный текст с контрастом не ниже 6 к 1.',
    kk: 'WCAG 2.2 стандартының AA деңгейі. Кей жерде одан да қатаң: таңдалған элемент 3 пиксельдік жиекпен белгіленеді, қарапайым мәтіннің контрасты кемінде 6:1.',
    en: 'Level AA of WCAG 2.2. Stricter in places: a ring of 3 pixels around what has the focus, and ordinary text with a contrast of at least 6 to 1.',
  },
  'accessibility-tried': { ru: 'Как это проверяется', kk: 'Бұл қалай тексеріледі', en: 'How it is tried' },
  'accessibility-tried-axe': { ru: 'Правила axe для WCAG 2.2 AA в настоящем браузере: светлый и тёмный вид, три языка. Находок должно быть ноль.', kk: 'Нағыз браузерде axe құралының WCAG 2.2 AA ережелері: ашық және күңгірт көрініс, үш тіл. Кемшілік саны нөл болуы керек.', en: 'The rules of axe for WCAG 2.2 AA in a real browser: light and dark, in three languages. There must be no finding.' },
  'accessibility-tried-narrow': { ru: 'Ширина 320 пикселей: страница не прокручивается вбок, слова не обрезаны.', kk: 'Ені 320 пиксель: бет бүйірге жылжымайды, сөздер қиылмайды.', en: 'At a width of 320 pixels no page scrolls sideways and no word is cut.' },
  'accessibility-tried-keys': { ru: 'Клавиатура: до всего можно дойти, и выбранное никогда не закрыто.', kk: 'Пернетақта: бәріне жетуге болады, таңдалған нәрсе ешқашан жасырылмайды.', en: 'Keyboard: everything can be reached, and what has the focus is never hidden.' },
  'accessibility-tried-script': { ru: 'Без JavaScript работают чтение уроков, ответы на тесты, отправка работ и запросы о данных.', kk: 'JavaScript болмаса да сабақ оқу, тестке жауап беру, жұмыс жіберу және деректер туралы өтініш жасау мүмкін.', en: 'Without JavaScript one can read lessons, answer tests, hand in works and ask about data.' },
  'accessibility-tried-colour': { ru: 'Цвета: контраст каждой пары просчитан, состояние всегда названо словом и значком.', kk: 'Түстер: әр жұптың контрасты есептелген, күйі әрдайым сөзбен және белгімен аталады.', en: 'Colours: the contrast of each pair is computed, and a state always has a word and an icon.' },
  'accessibility-tried-figures': { ru: 'Рисунки: у каждого есть описание словами, без него курс не загрузится.', kk: 'Суреттер: әрқайсысының сөзбен сипаттамасы бар, онсыз курс жүктелмейді.', en: 'Figures: each has a description in words; without it a course cannot be brought in.' },
  'accessibility-limits': { ru: 'Что ещё не так', kk: 'Әлі не дұрыс емес', en: 'What is still wrong' },
  'accessibility-limits-people': { ru: 'Правила проверяет программа. Проверки с людьми, которые каждый день пользуются экранным доступом, ещё не было.', kk: 'Ережелерді бағдарлама тексереді. Экран оқитын бағдарламаны күнде пайдаланатын адамдармен әлі тексерілген жоқ.', en: 'The rules are checked by a program. People who use a screen reader every day have not tried the site yet.' },
  'accessibility-limits-voice': { ru: 'Казахский голос есть не во всех системах. Язык страниц и вставок помечен, но прочитает ли их ваша программа верно, зависит от неё.', kk: 'Қазақша дауыс барлық жүйеде жоқ. Беттер мен кірістірмелердің тілі белгіленген, бірақ дұрыс оқылуы бағдарламаңызға байланысты.', en: 'Not every system has a Kazakh voice. The language of pages and passages is marked, but whether your program reads them well depends on it.' },
  'accessibility-limits-marks': { ru: 'Пометки преподавателя на фотографии продублированы списком слов. Точное место на снимке без зрения понять трудно.', kk: 'Оқытушының фотосуреттегі белгілері сөздер тізімімен қайталанған. Суреттегі дәл орнын көрмей түсіну қиын.', en: 'A teacher’s marks on a photograph are repeated as a list of words. Their exact place in the picture is hard to know without seeing it.' },
  'accessibility-limits-code': { ru: 'Длинный код и широкие таблицы прокручиваются внутри своей рамки.', kk: 'Ұзын код пен кең кестелер өз жиегінің ішінде жылжиды.', en: 'Long code and wide tables scroll inside a frame of their own.' },
  'accessibility-report': { ru: 'Мешает что-то? Напишите', kk: 'Бірдеңе кедергі бола ма? Жазыңыз', en: 'Is something in your way? Tell us' },
  'accessibility-report-text': { ru: 'Назовите страницу, что вы хотели сделать и чем пользуетесь. Причину обращения объяснять не нужно.', kk: 'Бетті, не істегіңіз келгенін және не пайдаланатыныңызды айтыңыз. Себебін түсіндірудің қажеті жоқ.', en: 'Name the page, what you wanted to do and what you use. You need not explain why.' },
  'accessibility-channels': { ru: 'Куда писать и когда ответят', kk: 'Қайда жазу керек және қашан жауап беріледі', en: 'Where to write and when you are answered' },
} satisfies Messages
