import type { Messages } from '#platform/locale.ts'

export const measureMessages = {
  'visits': { ru: 'Посещения школы', kk: 'Мектепке кірулер', en: 'Visits to the school' },
  'visits-lead': {
    ru: 'Суммы по дням, без имён и номеров. Браузеры считаются только те, что разрешили аналитические файлы cookie.',
    kk: 'Күндер бойынша жиынтық, есім де, нөмір де жоқ. Талдамалық cookie файлдарына рұқсат берген браузерлер ғана саналады.',
    en: 'Sums by day, with no names and no numbers. Only browsers that allowed analytics cookies are counted.',
  },
  'no-visits': { ru: 'За последние тридцать дней ничего не посчитано.', kk: 'Соңғы отыз күнде ештеңе саналмаған.', en: 'Nothing was counted in the last thirty days.' },
  'days': { ru: 'Браузеры по дням', kk: 'Күндер бойынша браузерлер', en: 'Browsers by day' },
  'pages': { ru: 'Открытые страницы за тридцать дней', kk: 'Отыз күнде ашылған беттер', en: 'Pages opened in thirty days' },
  'day': { ru: 'День', kk: 'Күні', en: 'Day' },
  'browsers': { ru: 'Браузеров', kk: 'Браузерлер', en: 'Browsers' },
  'again': { ru: 'Из них не впервые', kk: 'Оның ішінде қайта келгені', en: 'Of them not for the first time' },
  'page': { ru: 'Раздел', kk: 'Бөлім', en: 'Part of the school' },
  'opened': { ru: 'Открыто раз', kk: 'Неше рет ашылды', en: 'Times opened' },
  'proved-visits': {
    ru: 'Открыто страниц для проверки: {pages}. Счётчик без согласия или не день: {wrong}. Сумм в учёте: {sums}.',
    kk: 'Тексеру үшін ашылған бет: {pages}. Келісімсіз не күннен басқа белгі: {wrong}. Есептегі жиынтық: {sums}.',
    en: 'Pages opened to check: {pages}. A mark without consent, or more than a day: {wrong}. Sums kept: {sums}.',
  },
} satisfies Messages
