import type { Messages } from '../locale.ts'

/** One sentence for each thing that can be wrong with a field. */
export const problemMessages = {
  'missing': { ru: 'Заполните это поле.', kk: 'Бұл өрісті толтырыңыз.', en: 'Fill this in.' },
  'unchosen': { ru: 'Выберите ответ.', kk: 'Жауапты таңдаңыз.', en: 'Choose an answer.' },
  'unticked': { ru: 'Чтобы продолжить, отметьте это.', kk: 'Жалғастыру үшін мұны белгілеңіз.', en: 'Tick this to go on.' },
  'too-short': { ru: 'Слишком коротко: нужно не меньше {least:знака|знаков|знаков}.', kk: 'Тым қысқа: кемінде {least} таңба керек.', en: 'Too short: use at least {least:character|characters}.' },
  'too-long': { ru: 'Слишком длинно: можно не больше {most:знака|знаков|знаков}.', kk: 'Тым ұзын: ең көбі {most} таңба.', en: 'Too long: use at most {most:character|characters}.' },
  'too-small': { ru: 'Слишком мало: наименьшее число {least}.', kk: 'Тым аз: ең кіші сан — {least}.', en: 'Too small: the least is {least}.' },
  'too-great': { ru: 'Слишком много: наибольшее число {most}.', kk: 'Тым көп: ең үлкен сан — {most}.', en: 'Too great: the most is {most}.' },
  'too-few': { ru: 'Отметьте больше: нужно не меньше {least:ответа|ответов|ответов}.', kk: 'Көбірек белгілеңіз: кемінде {least} жауап керек.', en: 'Choose more: at least {least}.' },
  'too-many': { ru: 'Отметьте меньше: можно не больше {most:ответа|ответов|ответов}.', kk: 'Азырақ белгілеңіз: ең көбі {most} жауап.', en: 'Choose fewer: at most {most}.' },
  'not-an-address': {
    ru: 'Это не похоже на адрес почты. Пример: aru@pochta.example.', kk: 'Бұл пошта мекенжайына ұқсамайды. Мысалы: aru@pochta.example.',
    en: 'This does not look like an e-mail address. An example: aru@post.example.',
  },
  'not-a-phone': {
    ru: 'Это не похоже на телефон. Пример: +7 700 000 00 00.', kk: 'Бұл телефон нөміріне ұқсамайды. Мысалы: +7 700 000 00 00.',
    en: 'This does not look like a phone number. An example: +7 700 000 00 00.',
  },
  'not-a-date': { ru: 'Такой даты нет. Нужны день, месяц и год.', kk: 'Мұндай күн жоқ. Күн, ай және жыл керек.', en: 'There is no such date. Give a day, a month and a year.' },
  'in-the-future': { ru: 'Эта дата ещё не наступила.', kk: 'Бұл күн әлі келген жоқ.', en: 'This date is in the future.' },
  'not-a-link': { ru: 'Это не похоже на адрес страницы. Он начинается с https://.', kk: 'Бұл бет мекенжайына ұқсамайды. Ол https:// деп басталады.', en: 'This does not look like a page address. It begins with https://.' },
  'not-a-number': { ru: 'Здесь нужно число.', kk: 'Мұнда сан керек.', en: 'A number is needed here.' },
  'not-whole': { ru: 'Здесь нужно целое число.', kk: 'Мұнда бүтін сан керек.', en: 'A whole number is needed here.' },
  'not-a-choice': { ru: 'Такого варианта здесь нет. Выберите из списка.', kk: 'Мұндай нұсқа жоқ. Тізімнен таңдаңыз.', en: 'This is not one of the choices. Pick from the list.' },
  'unknown-field': { ru: 'Поле «{field}» мы не спрашиваем.', kk: '«{field}» өрісін біз сұрамаймыз.', en: 'We do not ask for the field “{field}”.' },
  'not-so': { ru: 'Так не подойдёт. Проверьте, что введено.', kk: 'Бұлай жарамайды. Енгізілгенді тексеріңіз.', en: 'This will not do. Check what is typed.' },
} satisfies Messages
