import type { Messages } from '#platform/locale.ts'

export const messages = {
  'choose': { ru: 'Выберите', kk: 'Таңдаңыз', en: 'Choose' },
  'place': { ru: 'Место {place}', kk: '{place}-орын', en: 'Place {place}' },
  'hint-single': { ru: 'Выберите один вариант.', kk: 'Бір нұсқаны таңдаңыз.', en: 'Choose one option.' },
  'hint-multiple': { ru: 'Верных вариантов может быть несколько. Лишний вариант снимает часть баллов.', kk: 'Дұрыс нұсқа бірнешеу болуы мүмкін. Артық нұсқа ұпайдың бір бөлігін азайтады.', en: 'Several options may be right. A wrong one takes part of the points back.' },
  'hint-numeric': { ru: 'Введите число. Дробную часть отделяйте запятой или точкой.', kk: 'Сан енгізіңіз. Бөлшек бөлігін үтірмен немесе нүктемен ажыратыңыз.', en: 'Type a number. Use a comma or a point for decimals.' },
  'hint-short': { ru: 'Ответьте одним-двумя словами. Заглавные буквы и кавычки не важны.', kk: 'Бір-екі сөзбен жауап беріңіз. Бас әріптер мен тырнақшалар маңызды емес.', en: 'Answer in a word or two. Capital letters and quotes do not matter.' },
  'hint-matching': { ru: 'Для каждой строки выберите пару.', kk: 'Әр жолға жұбын таңдаңыз.', en: 'Choose the pair of each line.' },
  'hint-ordering': { ru: 'Поставьте по порядку: для каждого места выберите, что на нём стоит.', kk: 'Ретімен қойыңыз: әр орында не тұратынын таңдаңыз.', en: 'Put these in order: for each place choose what stands there.' },
} satisfies Messages
