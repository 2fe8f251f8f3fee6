import type { Messages } from '#platform/locale.ts'

export const messages = {
  'card': {
    ru: 'Похоже на номер банковской карты. Школе он не нужен: мы закрыли его точками и ничего не сохранили. Уберите номер и отправьте снова.',
    kk: 'Банк картасының нөміріне ұқсайды. Ол мектепке керек емес: нөмірді нүктелермен жаптық, ештеңе сақтаған жоқпыз. Нөмірді алып тастап, қайта жіберіңіз.',
    en: 'This looks like the number of a bank card. The school has no need of it: we have covered it with dots and kept nothing. Take it out and send again.',
  },
  'account': {
    ru: 'Похоже на номер банковского счёта. Школе он не нужен: мы закрыли его точками и ничего не сохранили. Уберите номер и отправьте снова.',
    kk: 'Банк шотының нөміріне ұқсайды. Ол мектепке керек емес: нөмірді нүктелермен жаптық, ештеңе сақтаған жоқпыз. Нөмірді алып тастап, қайта жіберіңіз.',
    en: 'This looks like the number of a bank account. The school has no need of it: we have covered it with dots and kept nothing. Take it out and send again.',
  },
  'document': {
    ru: 'Похоже на номер паспорта, удостоверения личности или ИИН. Школе он не нужен: мы закрыли его точками и ничего не сохранили. Уберите номер и отправьте снова.',
    kk: 'Төлқұжаттың, жеке куәліктің нөміріне немесе ЖСН-ге ұқсайды. Ол мектепке керек емес: нөмірді нүктелермен жаптық, ештеңе сақтаған жоқпыз. Нөмірді алып тастап, қайта жіберіңіз.',
    en: 'This looks like the number of a passport, an identity card or an IIN. The school has no need of it: we have covered it with dots and kept nothing. Take it out and send again.',
  },
  'paper': {
    ru: 'Судя по названию или словам рядом, это копия документа. Такие файлы школа не принимает, и мы его не сохранили. Выберите другой файл.',
    kk: 'Атауына немесе қасындағы сөздерге қарағанда, бұл құжаттың көшірмесі. Мектеп мұндай файлдарды қабылдамайды, біз оны сақтаған жоқпыз. Басқа файл таңдаңыз.',
    en: 'By its name, or by the words beside it, this is a copy of an identity paper. The school takes no such files, and we have not kept it. Please choose another.',
  },
  'found-numbers': {
    ru: 'Видов номеров отправлено в форму школы: {kinds}. Принято: {taken}.',
    kk: 'Мектеп нысанына жіберілген нөмір түрлері: {kinds}. Қабылданғаны: {taken}.',
    en: 'Kinds of numbers sent to a form of the school: {kinds}. Taken: {taken}.',
  },
  'no-visit': { ru: 'В этом процессе нет страниц, поэтому форму не пробовали.', kk: 'Бұл процесте беттер жоқ, сондықтан нысан сыналмады.', en: 'This process has no pages, so the form was not tried.' },
} satisfies Messages
