import type { Messages } from '#platform/locale.ts'

export const messages = {
  'nobody': { ru: 'Такого человека в этой демонстрации нет.', kk: 'Бұл көрсетілімде ондай адам жоқ.', en: 'There is nobody like that in this demonstration.' },
  'entered': { ru: 'Вы вошли как вымышленный человек.', kk: 'Сіз ойдан шығарылған адам ретінде кірдіңіз.', en: 'You are in as an invented person.' },
} satisfies Messages
