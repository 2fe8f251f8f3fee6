import type { Messages } from '#platform/locale.ts'

export const messages = {
  'nobody': { ru: 'Такого человека в этой демонстрации нет.', kk: 'Бұл көрсетілімде ондай адам жоқ.', en: 'There is nobody like that in this demonstration.' },
  'entered': { ru: 'Вы вошли как вымышленный человек.', kk: 'Сіз ойдан шығарылған адам ретінде кірдіңіз.', en: 'You are in as an invented person.' },
  'not-a-demo': { ru: 'Эта установка не демонстрация: удалять нечего.', kk: 'Бұл орнатылым көрсетілім емес: жоятын ештеңе жоқ.', en: 'This installation is no demonstration: there is nothing to remove.' },
  'removing': { ru: 'Удалено людей: {gone} из {all}', kk: 'Жойылған адам: {gone} / {all}', en: 'People erased: {gone} of {all}' },
  'removed': { ru: 'Демонстрация удалена: {all:человек|человека|человек}, {schools:школа|школы|школ}.', kk: 'Көрсетілім жойылды: {all} адам, {schools} мектеп.', en: 'The demo is removed: {all:person|people}, {schools:school|schools}.' },
  'first-person': { ru: 'Первый человек школы: npx senim person add --site {site} --role operator', kk: 'Мектептің алғашқы адамы: npx senim person add --site {site} --role operator', en: 'The first person of a school: npx senim person add --site {site} --role operator' },
  'unfinished': { ru: 'Удаление не закончено, номер сбоя {fault}. Повторите команду.', kk: 'Жою аяқталмады, ақау нөмірі {fault}. Команданы қайталаңыз.', en: 'The removal is not finished, number of the fault {fault}. Repeat the command.' },
  'cli-remove': { ru: 'удалить вымышленных людей и всё, что они сделали', kk: 'ойдан шығарылған адамдарды және олар жасағанның бәрін жою', en: 'remove the invented people and all they have done' },
  'sees-learner': { ru: 'Курс почти пройден, работа вернулась с пометками преподавателя.', kk: 'Курс аяқталуға жақын, жұмысы оқытушының белгілерімен қайтты.', en: 'The course is nearly done, the work came back with the teacher’s marks.' },
  'sees-learner-two': { ru: 'Все уроки и тест пройдены, работа отправлена на проверку.', kk: 'Барлық сабақ пен тест өтілді, жұмысы тексеруге жіберілді.', en: 'All lessons and the test are done, the work is handed in.' },
  'sees-learner-three': { ru: 'Начало пути: первые уроки и неудачная попытка теста.', kk: 'Жол басы: алғашқы сабақтар және тесттің сәтсіз талпынысы.', en: 'At the start: first lessons, and a test that did not work out.' },
  'sees-minor': { ru: 'Учится с согласия взрослого. Видны правила для подростков и то, что выключено.', kk: 'Ересектің келісімімен оқиды. Жасөспірімдердің ережелері мен өшірулі нәрселер көрінеді.', en: 'Learns with an adult’s consent: see the rules for minors, and what is off.' },
  'sees-guardian': { ru: 'Отвечает за подростка без учётной записи: что хранится, что разрешено, как забрать согласие.', kk: 'Жасөспірімге тіркелгісіз жауап береді: не сақталады, не рұқсат, келісімді қалай қайтарып алады.', en: 'Decides for a teenager without an account: what is held, what is allowed, how to withdraw.' },
  'guardian-role': { ru: 'родитель', kk: 'ата-анасы', en: 'parent' },
  'sees-teacher': { ru: 'Разбирает работы: пометки, критерии, ответ к сроку.', kk: 'Жұмыстарды талдайды: белгілер, критерийлер, мерзімінде жауап.', en: 'Reviews works: marks, criteria, an answer in time.' },
  'sees-operator': { ru: 'Ведёт школу: люди, письма, отзывы, фоновые работы.', kk: 'Мектепті жүргізеді: адамдар, хаттар, пікірлер, фондық жұмыстар.', en: 'Runs the school: people, letters, reviews, background jobs.' },
  'sees-privacy-officer': { ru: 'Отвечает за данные: запросы, обещания, журнал действий.', kk: 'Деректерге жауап береді: өтініштер, уәделер, әрекеттер журналы.', en: 'Answers for the data: requests, promises, the audit log.' },
  'sees-support': { ru: 'Помогает людям и видит их данные, только назвав причину.', kk: 'Адамдарға көмектеседі, деректерін тек себебін айтып көреді.', en: 'Helps people, and sees their data only after giving a reason.' },
} satisfies Messages
