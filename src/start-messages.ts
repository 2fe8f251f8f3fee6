import type { Messages } from '#platform/locale.ts'

export const messages = {
  'port-taken': {
    ru: 'Порт {port} занят другой программой: остановите её или задайте другой, например PORT=3001.',
    kk: '{port} портын басқа бағдарлама алып қойған: оны тоқтатыңыз немесе басқасын беріңіз, мысалы PORT=3001.',
    en: 'Port {port} is taken by another program: stop it, or set another, for example PORT=3001.',
  },
  'port-forbidden': {
    ru: 'Порт {port} обычному пользователю не открыть: задайте номер от 1024 или дайте на него право.',
    kk: '{port} портын қарапайым пайдаланушы аша алмайды: 1024-тен бастап нөмір беріңіз немесе оған құқық беріңіз.',
    en: 'An ordinary user may not open port {port}: set one from 1024 up, or give the right to it.',
  },
  'no-such-host': {
    ru: 'У этой машины нет адреса {host}: исправьте SENIM_HOST.',
    kk: 'Бұл компьютерде {host} мекенжайы жоқ: SENIM_HOST мәнін түзетіңіз.',
    en: 'This machine has no address {host}: correct SENIM_HOST.',
  },
  'database': { ru: 'Готовлю базу данных…', kk: 'Дерекқор дайындалып жатыр…', en: 'Preparing the database…' },
  'schools': { ru: 'Открываю школы…', kk: 'Мектептер ашылып жатыр…', en: 'Opening the schools…' },
  'removing-demo': { ru: 'Заканчиваю удаление демонстрации…', kk: 'Көрсетілімді жою аяқталып жатыр…', en: 'Finishing the removal of the demo…' },
  'stopping': { ru: 'Останавливаюсь…', kk: 'Тоқтап жатыр…', en: 'Stopping…' },
  'open': { ru: 'Senim открыт: {address}', kk: 'Senim ашық: {address}', en: 'Senim is open: {address}' },
  'working': { ru: 'Senim работает без посетителей: письма, сроки, проверки.', kk: 'Senim келушілерсіз жұмыс істеп тұр: хаттар, мерзімдер, тексерулер.', en: 'Senim works without visitors: letters, terms, checks.' },
  'moved': {
    ru: 'База данных лежит в {home}: в {folder} её пользователь войти не может.',
    kk: 'Дерекқор {home} ішінде жатыр: оның пайдаланушысы {folder} ішіне кіре алмайды.',
    en: 'The database lies in {home}: its user cannot reach {folder}.',
  },
  'shut': {
    ru: 'Школа {site} не открылась: {why}',
    kk: '{site} мектебі ашылмады: {why}',
    en: 'The school {site} did not open: {why}',
  },
  'no-mail': {
    ru: 'Письма не уйдут, пока не задан SMTP_URL: обещания о письмах нарушены.',
    kk: 'SMTP_URL берілмейінше хаттар жіберілмейді: хаттар туралы уәделер бұзылды.',
    en: 'No letter will leave until SMTP_URL is set: the promises about letters are broken.',
  },
  'school-added': { ru: 'Школа {site} открыта: {address}', kk: '{site} мектебі ашылды: {address}', en: 'The school {site} is open: {address}' },
  'school-there': {
    ru: 'Школа {slug} здесь уже есть: назовите папку иначе.',
    kk: '{slug} мектебі мұнда бұрыннан бар: қалтаны басқаша атаңыз.',
    en: 'There is a school {slug} here already: give the folder another name.',
  },
  'no-schools': {
    ru: 'Школ пока нет: добавьте первую командой senim site add <папка>.',
    kk: 'Мектеп әзірге жоқ: біріншісін senim site add <қалта> командасымен қосыңыз.',
    en: 'There are no schools yet: add the first with senim site add <folder>.',
  },
} satisfies Messages
