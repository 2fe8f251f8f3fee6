import type { Messages } from '#platform/locale.ts'

export const letterMessages = {
  'claim-subject': { ru: 'Ваши данные · {school}', kk: 'Деректеріңіз · {school}', en: 'Your data · {school}' },
  'claim': {
    ru: 'По этой ссылке видно, что школа хранит по вашему адресу. Там же это можно скачать или стереть. Ссылка действует двое суток:\n{link}\n\nЕсли вы об этом не просили, ничего делать не нужно: без ссылки никто ничего не увидит.',
    kk: 'Мектептің сіздің мекенжайыңыз бойынша не сақтайтыны осы сілтемеде көрінеді. Сол жерде жүктеп алуға немесе жоюға болады. Сілтеме екі тәулік жұмыс істейді:\n{link}\n\nЕгер мұны сұрамасаңыз, ештеңе істеудің қажеті жоқ: сілтемесіз ешкім ештеңе көрмейді.',
    en: 'By this link you see what the school holds under your address. There you can download it or have it erased. The link works for two days:\n{link}\n\nIf you did not ask for this, there is nothing to do: without the link nobody sees anything.',
  },
  'received-subject': { ru: 'Обращение № {number} получено · {school}', kk: '№ {number} сауал алынды · {school}', en: 'Enquiry no. {number} received · {school}' },
  'received': {
    ru: 'Мы получили ваше обращение, его номер: {number}. Ответим не позже чем {due}.{left}\n\nВся переписка здесь: {link}\nДополнить можно там же или ответом на это письмо.',
    kk: 'Сауалыңызды алдық, нөмірі: {number}. Жауап беретін соңғы күн: {due}.{left}\n\nБүкіл хат алмасу осында: {link}\nСол жерден немесе осы хатқа жауап жазып толықтыра аласыз.',
    en: 'We have your enquiry. Its number is {number}. You get an answer by {due}.{left}\n\nThe whole exchange is here: {link}\nAdd to it there, or by answering this letter.',
  },
  'left-out': {
    ru: 'Вложения мы из писем не берём, поэтому не приняли: {names}. Если без файла не обойтись, напишите, и мы скажем, как его передать.',
    kk: 'Хатқа тіркелген файлдарды қабылдамаймыз, сондықтан мыналар алынбады: {names}. Файлсыз болмаса, бізге жазыңыз, қалай беруге болатынын айтамыз.',
    en: 'We take no attachments from letters, so these were left out: {names}. If it cannot be done without a file, write to us and we say how to hand it over.',
  },
  'left-subject': { ru: 'Обращение № {number}: вложения не приняты · {school}', kk: '№ {number} сауал: тіркелген файлдар алынбады · {school}', en: 'Enquiry no. {number}: attachments were left out · {school}' },
  'left': { ru: 'Ваше письмо добавлено в обращение.\n\n{left}\n\nВся переписка здесь: {link}', kk: 'Хатыңыз сауалға қосылды.\n\n{left}\n\nБүкіл хат алмасу осында: {link}', en: 'Your letter is part of the enquiry now.\n\n{left}\n\nThe whole exchange is here: {link}' },
  'answered-subject': { ru: 'Ответ на обращение № {number} · {school}', kk: '№ {number} сауалға жауап · {school}', en: 'Answer to enquiry no. {number} · {school}' },
  'answered': {
    ru: '{words}\n\n—\nОбращение № {number}: {link}\nНе помогло? Нажмите там «Не решено» или ответьте на это письмо.',
    kk: '{words}\n\n—\n№ {number} сауал: {link}\nКөмектеспеді ме? Сол бетте «Шешілмеді» түймесін басыңыз немесе осы хатқа жауап жазыңыз.',
    en: '{words}\n\n—\nEnquiry no. {number}: {link}\nNo help? Press “Not solved” there, or answer this letter.',
  },
  'closed-subject': { ru: 'Обращение № {number} закрыто · {school}', kk: '№ {number} сауал жабылды · {school}', en: 'Enquiry no. {number} is closed · {school}' },
  'closed': {
    ru: 'Мы закрыли обращение без ответа. Причина: {reason}\n\nОбращение № {number}: {link}\nНе согласны? Нажмите там «Не решено» или ответьте на это письмо.',
    kk: 'Сауалды жауапсыз жаптық. Себебі: {reason}\n\n№ {number} сауал: {link}\nКеліспейсіз бе? Сол бетте «Шешілмеді» түймесін басыңыз немесе осы хатқа жауап жазыңыз.',
    en: 'We have closed the enquiry without an answer. The reason: {reason}\n\nEnquiry no. {number}: {link}\nYou do not agree? Press “Not solved” there, or answer this letter.',
  },
} satisfies Messages
