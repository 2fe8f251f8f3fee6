import type { Messages } from '#platform/locale.ts'

/** The words on the paper itself. */
export const printed = {
  'heading': { ru: 'Сертификат', kk: 'Сертификат', en: 'Certificate' },
  'confirms': { ru: 'Владелец этого сертификата', kk: 'Осы сертификаттың иесі', en: 'The school hereby confirms that' },
  'completed': { ru: 'Школа подтверждает: курс пройден полностью', kk: 'Мектеп растайды: курс толық өтілді', en: 'has completed the course' },
  'issued': { ru: 'Выдан {date}', kk: 'Берілген күні: {date}', en: 'Issued on {date}' },
  'checked': { ru: 'Проверялось', kk: 'Тексерілгені', en: 'Assessed' },
  'seal': { ru: 'Печать этого сертификата', kk: 'Осы сертификаттың мөрі', en: 'The seal of this certificate' },
  'verify': { ru: 'Проверить сертификат:', kk: 'Сертификатты тексеру:', en: 'Check this certificate:' },
} satisfies Messages
