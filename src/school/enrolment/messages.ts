import type { Messages } from '#platform/locale.ts'

export const messages = {
  'enrolled': { ru: 'Вы записаны. Можно начинать.', kk: 'Сіз жазылдыңыз. Бастай беріңіз.', en: 'You are enrolled. You can begin.' },
  'left': { ru: 'Вы вышли из курса. Прогресс сохранён на случай возвращения.', kk: 'Сіз курстан шықтыңыз. Қайта келсеңіз, ілгерілеуіңіз сақталып тұр.', en: 'You have left the course. Your progress is kept in case you return.' },
  'language-changed': { ru: 'Язык курса изменён.', kk: 'Курс тілі өзгертілді.', en: 'The language of the course is changed.' },
  'marked-done': { ru: 'Урок отмечен как пройденный.', kk: 'Сабақ өтілді деп белгіленді.', en: 'The lesson is marked as done.' },
  'taken-back': { ru: 'Отметка снята.', kk: 'Белгі алынды.', en: 'The mark is taken back.' },
  'place-kept': { ru: 'Место запомнено: на другом устройстве урок откроется здесь.', kk: 'Орын сақталды: басқа құрылғыда сабақ осы жерден ашылады.', en: 'The place is kept: on another device the lesson opens here.' },
  'not-open': { ru: 'Сейчас на этот курс не записывают.', kk: 'Қазір бұл курсқа жазылу жабық.', en: 'Enrolment in this course is closed right now.' },
  'for-adults': { ru: 'Этот курс рассчитан на тех, кому исполнилось {age}. Запишитесь, когда придёт время.', kk: 'Бұл курс {age} жасқа толғандарға арналған. Уақыты келгенде жазыласыз.', en: 'This course is meant for people aged {age} and over. Enrol when the time comes.' },
  'already-enrolled': { ru: 'Вы уже записаны на этот курс.', kk: 'Сіз бұл курсқа жазылып қойғансыз.', en: 'You are enrolled in this course already.' },
  'left-already': { ru: 'Вы уже вышли из этого курса.', kk: 'Сіз бұл курстан шығып қойғансыз.', en: 'You have left this course already.' },
  'completed-already': { ru: 'Курс пройден: отметки уже вошли в основание завершения.', kk: 'Курс өтілді деп есептелген: бұл белгілер соған негіз болды.', en: 'The course is completed: its completion rests on these marks.' },
  'closed-to-you': { ru: 'Этот урок открыт тем, кто записан на курс.', kk: 'Бұл сабақ курсқа жазылғандарға ашық.', en: 'This lesson is open to those enrolled in the course.' },
  'sign-in-first': { ru: 'Этот урок открыт тем, кто записан на курс. Войдите или зарегистрируйтесь.', kk: 'Бұл сабақ курсқа жазылғандарға ашық. Кіріңіз немесе тіркеліңіз.', en: 'This lesson is open to those enrolled in the course. Sign in or sign up.' },
  'access-ended': { ru: 'Срок доступа к этому курсу закончился.', kk: 'Бұл курсқа қолжетімділік мерзімі аяқталды.', en: 'The time of access to this course is over.' },
  'access-left': { ru: 'Вы вышли из этого курса. Чтобы продолжить, запишитесь снова.', kk: 'Сіз бұл курстан шықтыңыз. Жалғастыру үшін қайта жазылыңыз.', en: 'You have left this course. Enrol again to go on.' },
  'progress-agrees': {
    ru: 'Пересчитано записей на курсы: {enrolments}. Отметок о завершении без оснований: {wrong}.',
    kk: 'Қайта есептелген курсқа жазылу: {enrolments}. Негізсіз аяқталу белгілері: {wrong}.',
    en: 'Enrolments counted again: {enrolments}. Completions without grounds: {wrong}.',
  },
  'choices-kept': {
    ru: 'Записей на курсы: {enrolments}. Без времени выбора или вне копии данных: {wrong}.',
    kk: 'Курсқа жазылу: {enrolments}. Таңдау уақыты жоқ не деректер көшірмесінен тыс: {wrong}.',
    en: 'Enrolments: {enrolments}. Without a time of choice or outside the copy of data: {wrong}.',
  },
  'rows-kept': {
    ru: 'Записей: {rows}. Вне копии данных или без владельца: {wrong}.',
    kk: 'Жазбалар: {rows}. Деректер көшірмесінен тыс не иесіз: {wrong}.',
    en: 'Rows: {rows}. Outside the copy of data or without an owner: {wrong}.',
  },
} satisfies Messages
