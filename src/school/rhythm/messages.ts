import type { Messages } from '#platform/locale.ts'

export const messages = {
  'title': { ru: 'Мой недельный ритм', kk: 'Менің апталық ырғағым', en: 'My weekly rhythm' },
  'lead': {
    ru: 'Выберите дни, в которые вам удобно учиться. Каждая неделя начинается заново: пропуски нигде не копятся.',
    kk: 'Оқуға ыңғайлы күндеріңізді таңдаңыз. Әр апта жаңадан басталады: оқымаған күндер еш жерде жиналмайды.',
    en: 'Choose the days that suit you for learning. Every week begins anew: nothing adds up from week to week.',
  },
  'this-week': { ru: 'На этой неделе: {learnt} из {planned:запланированного дня|запланированных дней|запланированных дней}', kk: 'Осы аптада: жоспарланған {planned} күннен {learnt} күн', en: 'This week: {learnt} of {planned:planned day|planned days}' },
  'any-day': { ru: 'Засчитывается любой день недели, не только выбранный.', kk: 'Таңдалған күн ғана емес, аптаның кез келген күні есептеледі.', en: 'Any day of the week counts, not only a chosen one.' },
  'days': { ru: 'Дни занятий', kk: 'Оқу күндері', en: 'Days to learn' },
  'remind': { ru: 'Напоминание', kk: 'Еске салу', en: 'Reminder' },
  'remind-hint': {
    ru: 'Приходит в выбранный день после 18:00 по времени школы, если в этот день вы ещё не занимались. Не чаще раза в день.',
    kk: 'Таңдалған күні мектеп уақытымен сағат 18:00-ден кейін, егер сол күні әлі оқымасаңыз ғана келеді. Күніне бір реттен артық емес.',
    en: 'It comes on a chosen day after 18:00 school time, if you have not learnt yet that day. No more than once a day.',
  },
  'remind-none': { ru: 'Не напоминать', kk: 'Еске салмау', en: 'No reminder' },
  'remind-here': { ru: 'Уведомлением в школе', kk: 'Мектеп ішіндегі хабарламамен', en: 'By a notice in the school' },
  'remind-mail': { ru: 'Уведомлением и письмом', kk: 'Хабарламамен және хатпен', en: 'By a notice and a letter' },
  'what-is-kept': {
    ru: 'Школа хранит ваш выбор и дни этой недели, в которые вы занимались. В понедельник дни прошлой недели стираются.',
    kk: 'Мектеп таңдауыңызды және осы аптада оқыған күндеріңізді сақтайды. Дүйсенбіде өткен аптаның күндері жойылады.',
    en: 'The school keeps your choice and the days of this week on which you learnt. On Monday the days of the past week are erased.',
  },
  'save': { ru: 'Сохранить план', kk: 'Жоспарды сақтау', en: 'Save the plan' },
  'saved': { ru: 'План на неделю сохранён.', kk: 'Апталық жоспар сақталды.', en: 'The weekly plan is saved.' },
  'drop': { ru: 'Убрать план', kk: 'Жоспарды алып тастау', en: 'Remove the plan' },
  'dropped': { ru: 'План убран, дни стёрты.', kk: 'Жоспар алып тасталды, күндер жойылды.', en: 'The plan is removed and its days are erased.' },
  'choose-a-day': { ru: 'Выберите хотя бы один день.', kk: 'Кемінде бір күнді таңдаңыз.', en: 'Choose at least one day.' },
  'no-letters-here': { ru: 'Эта школа не знает вашей почты и не пишет писем.', kk: 'Бұл мектеп поштаңызды білмейді, хат жазбайды.', en: 'This school knows no address of yours and writes no letters.' },
  'change': { ru: 'Изменить план', kk: 'Жоспарды өзгерту', en: 'Change the plan' },
  'day-learnt': { ru: 'занимались', kk: 'оқыдыңыз', en: 'learnt' },
  'day-planned': { ru: 'запланирован', kk: 'жоспарланған', en: 'planned' },
  'day-free': { ru: 'свободный', kk: 'бос күн', en: 'free' },
  'day-today': { ru: 'сегодня', kk: 'бүгін', en: 'today' },
  'to-learning': { ru: 'К моему обучению', kk: 'Менің оқуыма өту', en: 'To my learning' },
} satisfies Messages
