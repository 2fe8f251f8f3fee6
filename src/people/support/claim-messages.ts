import type { Messages } from '#platform/locale.ts'

/** What somebody without an account reads about their own data. */
export const claimMessages = {
  'claim-title': { ru: 'Ваши данные без учётной записи', kk: 'Тіркелгісіз деректеріңіз', en: 'Your data without an account' },
  'claim-lead': {
    ru: 'Если вы писали нам без учётной записи, укажите тот же адрес почты. По ссылке из письма вы увидите свои обращения, скачаете их или сотрёте.',
    kk: 'Бізге тіркелгісіз жазған болсаңыз, сол пошта мекенжайын көрсетіңіз. Хаттағы сілтеме арқылы сауалдарыңызды көріп, жүктеп ала аласыз немесе жоя аласыз.',
    en: 'If you wrote to us without an account, give the same e-mail address. By the link in our letter you see your enquiries, download them or have them erased.',
  },
  'claim-lead-key': {
    ru: 'Адресов мы не спрашиваем. Откройте обращение по ссылке, которую получили, когда писали нам: на его странице можно скачать всё или стереть.',
    kk: 'Біз мекенжай сұрамаймыз. Бізге жазғанда алған сілтемеңіз арқылы сауалды ашыңыз: сол беттен бәрін жүктеп алуға немесе жоюға болады.',
    en: 'We ask for no addresses. Open your enquiry by the link you got when you wrote to us: on its page you can download everything or have it erased.',
  },
  'claim-kept': { ru: 'Адрес нужен только для этого письма и сотрётся через двое суток.', kk: 'Мекенжай тек осы хатқа керек, екі тәуліктен кейін жойылады.', en: 'The address serves this letter alone and is erased after two days.' },
  'claim-send': { ru: 'Прислать ссылку', kk: 'Сілтеме жіберу', en: 'Send me the link' },
  'claim-sent': { ru: 'Письмо отправлено. Ссылка в нём действует двое суток.', kk: 'Хат жіберілді. Ондағы сілтеме екі тәулік жұмыс істейді.', en: 'The letter is on its way. Its link works for two days.' },
  'claim-contacts': { ru: 'Контакты школы', kk: 'Мектеп байланыстары', en: 'How to reach the school' },
  'claim-over': { ru: 'Эта ссылка больше не действует. Попросите новую.', kk: 'Бұл сілтеме енді жұмыс істемейді. Жаңасын сұраңыз.', en: 'This link no longer works. Ask for a new one.' },
  'held-lead': { ru: 'Вот всё, что школа хранит по этому адресу.', kk: 'Мектептің осы мекенжай бойынша сақтайтыны түгел осында.', en: 'This is all the school holds under this address.' },
  'held-none': { ru: 'Обращений с этого адреса у школы нет. Хранится только сам адрес, и его можно стереть.', kk: 'Бұл мекенжайдан мектепте сауал жоқ. Тек мекенжайдың өзі сақталған, оны жоюға болады.', en: 'The school holds no enquiries from this address. It holds only the address itself, which you can have erased.' },
  'held-copy': { ru: 'Скачать копию', kk: 'Көшірмесін жүктеп алу', en: 'Download a copy' },
  'held-copy-named': { ru: 'Скачать копию обращения № {number}', kk: '№ {number} сауалдың көшірмесін жүктеп алу', en: 'Download a copy of enquiry no. {number}' },
  'held-erase': { ru: 'Стереть', kk: 'Жою', en: 'Erase' },
  'held-erase-lead': { ru: 'Исчезнут слова обращений, имя, адрес и ключ, которым они закрыты. Вернуть их не сможет никто, ждущие ответа останутся без него.', kk: 'Сауалдардағы сөздер, есім, мекенжай және оларды жабатын кілт жойылады. Оларды ешкім қайтара алмайды, жауап күткендері жауапсыз қалады.', en: 'The words of the enquiries, name, address and the key that seals them go. Nobody can bring them back, and what waits for an answer gets none.' },
  'held-erase-now': { ru: 'Стереть навсегда', kk: 'Біржола жою', en: 'Erase for good' },
  'sure': { ru: 'Да, стереть всё', kk: 'Иә, бәрін жою', en: 'Yes, erase it all' },
  'claim-erased': { ru: 'Стёрто. О вас здесь больше ничего нет.', kk: 'Жойылды. Мұнда сіз туралы ештеңе қалмады.', en: 'Erased. Nothing about you is held here any more.' },
  'claim-ask': { ru: 'Писали раньше? Скачать или стереть свои обращения', kk: 'Бұрын жазып па едіңіз? Сауалдарыңызды жүктеп алу немесе жою', en: 'Wrote to us before? Download or erase your enquiries' },
} satisfies Messages
