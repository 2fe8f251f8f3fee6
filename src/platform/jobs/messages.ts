import type { Messages } from '#platform/locale.ts'

export const messages = {
  'no-such-job': {
    ru: 'Нет работы «{job}»: имена покажет senim jobs list.',
    kk: '«{job}» деген жұмыс жоқ: атауларын senim jobs list көрсетеді.',
    en: 'There is no job "{job}": senim jobs list shows the names.',
  },
  'of-the-house': {
    ru: 'Работа «{job}» одна на все школы: без --site.',
    kk: '«{job}» жұмысы барлық мектепке ортақ: --site қажет емес.',
    en: 'The job "{job}" is one for all schools: leave out --site.',
  },
  'never': { ru: 'ещё не было', kk: 'әлі болған жоқ', en: 'not yet' },
  'running': { ru: 'идёт', kk: 'орындалып жатыр', en: 'running' },
  'done': { ru: 'сделано', kk: 'орындалды', en: 'done' },
  'failed': { ru: 'не удалось, повторим', kk: 'болмады, қайталаймыз', en: 'failed, will be tried again' },
  'given-up': { ru: 'не удалось, нужен человек', kk: 'болмады, адам көмегі керек', en: 'failed, somebody has to look' },
  'interrupted': { ru: 'прервано', kk: 'үзілді', en: 'interrupted' },
} satisfies Messages
