import type { Messages } from '#platform/locale.ts'

export const figuresMessages = {
  'figures': { ru: 'Курс в цифрах', kk: 'Курс сандармен', en: 'Course in figures' },
  'figures-lead': {
    ru: 'Общие числа по этому набору. Имён в них нет, а число, за которым меньше {least:учащегося|учащихся|учащихся}, скрыто.',
    kk: 'Осы топ бойынша жалпы сандар. Оларда есімдер жоқ, ал артында {least} білім алушыдан аз адам тұрған сан жасырылады.',
    en: 'Totals of this run. There are no names in them, and a number with fewer than {least:learner|learners} behind it is hidden.',
  },
  'figures-promise': { ru: 'Обещание об этих числах', kk: 'Осы сандар туралы уәде', en: 'The promise about these figures' },
  'figures-few': { ru: 'Цифры появятся, когда учащихся станет не меньше {least}.', kk: 'Білім алушылар саны кемінде {least} болғанда сандар көрінеді.', en: 'Figures appear once there are at least {least:learner|learners}.' },
  'figures-learners': { ru: 'Учтено учащихся: {learners}', kk: 'Есепке алынған білім алушылар: {learners}', en: 'Learners counted: {learners}' },
  'figures-weeks': { ru: 'Пройдено уроков по неделям', kk: 'Апта сайын өтілген сабақтар', en: 'Lessons done, by week' },
  'figures-most': { ru: 'Больше всего за одну неделю: {most}.', kk: 'Бір аптадағы ең көбі: {most}.', en: 'Most in one week: {most}.' },
  'figures-table': { ru: 'Числа по неделям таблицей', kk: 'Апталық сандар кесте түрінде', en: 'Numbers by week as a table' },
  'figures-week': { ru: 'Неделя с', kk: 'Апта басы', en: 'Week of' },
  'figures-lessons': { ru: 'Уроки: кто дошёл', kk: 'Сабақтар: қанша адам жетті', en: 'Lessons: how many got there' },
  'figures-lesson': { ru: 'Урок', kk: 'Сабақ', en: 'Lesson' },
  'figures-done': { ru: 'Пройдено', kk: 'Өтілді', en: 'Done' },
  'figures-topics': { ru: 'Какие темы открывают чаще', kk: 'Қай тақырыптар жиі ашылады', en: 'Topics opened most' },
  'figures-opened': { ru: 'Открыто раз', kk: 'Неше рет ашылды', en: 'Times opened' },
  'figures-hidden': { ru: 'скрыто: мало людей', kk: 'жасырылған: адам аз', en: 'hidden: too few people' },
  'no-figures': { ru: 'Эта школа не собирает цифр о курсах.', kk: 'Бұл мектеп курстар туралы сандарды жинамайды.', en: 'This school makes no figures of its courses.' },
  'found-figures': {
    ru: 'Наборов пересчитано: {runs}, чисел в них: {numbers}. Не совпало или за числом слишком мало людей: {wrong}.',
    kk: 'Қайта саналған топтар: {runs}, олардағы сандар: {numbers}. Сәйкес келмегені не артында адам тым азы: {wrong}.',
    en: 'Runs counted again: {runs}, numbers in them: {numbers}. Not the same, or with too few people behind: {wrong}.',
  },
} satisfies Messages
