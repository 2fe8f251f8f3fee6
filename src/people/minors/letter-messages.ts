import type { Messages } from '#platform/locale.ts'

export const letterMessages = {
  'ask-subject': { ru: 'Подросток просит вашего согласия на учёбу', kk: 'Жасөспірім оқуға келісіміңізді сұрайды', en: 'A young person asks for your consent to learn' },
  'ask': {
    ru: 'Здравствуйте! {child} хочет учиться в школе «{school}» и назвал(а) вас родителем или законным представителем. Прочтите, о чём идёт речь, и ответьте до {until}:\n{link}\n\nСсылка сработает один раз. Без ответа учётная запись не откроется, а всё указанное, и ваш адрес тоже, будет удалено. Документов мы не просим.',
    kk: 'Сәлеметсіз бе! {child} «{school}» мектебінде оқығысы келеді және сізді ата-анасы не заңды өкілі деп атады. Мән-жайын оқып, жауап беріңіз. Жауапты күтетін соңғы күн: {until}.\n{link}\n\nСілтеме бір рет қана жұмыс істейді. Жауапсыз тіркелгі ашылмайды, жазылғанның бәрі, сіздің мекенжайыңыз да, жойылады. Құжат сұрамаймыз.',
    en: 'Hello! {child} would like to learn at “{school}” and named you as parent or legal representative. Please read what it is about and answer by {until}:\n{link}\n\nThe link works once. Without an answer the account does not open, and everything that was typed, your address included, is deleted. We ask for no papers.',
  },
  'page-subject': { ru: 'Ваша страница родителя или представителя', kk: 'Ата-ана не өкіл ретіндегі бетіңіз', en: 'Your page as a parent or representative' },
  'page': {
    ru: 'Согласие на учёбу ({child}) записано. На этой странице вы видите, что хранится и что сделано, меняете решения и можете забрать согласие обратно:\n{link}\n\nСохраните письмо: страница открывается только по этой ссылке.',
    kk: '{child} үшін оқуға берген келісіміңіз жазылды. Мына беттен не сақталғанын, не істелгенін көріп, шешімдерді өзгертесіз, келісімді қайтарып ала аласыз:\n{link}\n\nХатты сақтап қойыңыз: бет тек осы сілтемемен ашылады.',
    en: 'Your consent for {child} to learn is recorded. On this page you see what is held and done, change what you decided, and can take your consent back:\n{link}\n\nPlease keep this letter: the page opens by this link alone.',
  },
  'move-subject': { ru: 'Подтвердите новый адрес', kk: 'Жаңа мекенжайды растаңыз', en: 'Confirm your new address' },
  'move': {
    ru: 'Этот адрес назван новым адресом родителя или представителя ({child}). Подтвердите его в течение двух суток:\n{link}\n\nЕсли вы об этом не просили, ничего не делайте: без подтверждения адрес удалится сам.',
    kk: 'Бұл мекенжай ата-ананың не өкілдің жаңа мекенжайы деп аталды ({child}). Екі тәулік ішінде растаңыз:\n{link}\n\nМұны сіз сұрамасаңыз, ештеңе істемеңіз: растамасаңыз, мекенжай өздігінен жойылады.',
    en: 'This address was named as the new one of a parent or representative ({child}). Please confirm it within two days:\n{link}\n\nIf you did not ask for this, do nothing: without your confirmation the address is deleted by itself.',
  },
  'move-asked-subject': { ru: 'Кто-то меняет ваш адрес', kk: 'Біреу мекенжайыңызды ауыстырып жатыр', en: 'Your address is being changed' },
  'move-asked': {
    ru: 'С вашей страницы ({child}) попросили впредь писать на другой адрес. Пока его не подтвердили, всё идёт сюда. Если просили не вы, отмените это на странице:\n{link}',
    kk: 'Сіздің бетіңізден ({child}) бұдан былай басқа мекенжайға жазуды сұрады. Ол расталғанша бәрі осында келеді. Мұны сіз сұрамасаңыз, беттен тоқтатыңыз:\n{link}',
    en: 'Your page ({child}) was asked to write to another address from now on. Until that is confirmed, everything comes here. If it was not you, call it off on the page:\n{link}',
  },
  'closed-subject': { ru: 'Учётная запись закрыта', kk: 'Тіркелгі жабылды', en: 'The account is closed' },
  'closed': {
    ru: 'Вы отозвали согласие ({child}). Учётная запись закрыта, данные стираются, ваш адрес вместе с ними. Вопросы можно задать здесь:\n{link}',
    kk: 'Келісіміңізді қайтарып алдыңыз ({child}). Тіркелгі жабылды, деректер мен сіздің мекенжайыңыз жойылып жатыр. Сұрақтарды мына жерден қойыңыз:\n{link}',
    en: 'You have withdrawn your consent ({child}). The account is closed; its data is being erased, your address with it. Questions can be asked here:\n{link}',
  },
  'of-age-guardian-subject': { ru: 'Учётная запись перешла к её владельцу', kk: 'Тіркелгі иесіне өтті', en: 'The account has passed to its owner' },
  'of-age-guardian': {
    ru: '{child} теперь решает сам(а): правила для несовершеннолетних закончились, и ваша страница закрылась. Через неделю мы удалим ваш адрес. Спасибо! Что мы обещаем взрослым, написано здесь:\n{link}',
    kk: '{child} енді өзі шешеді: кәмелетке толмағандардың ережелері аяқталды, сіздің бетіңіз жабылды. Бір аптадан кейін мекенжайыңызды жоямыз. Рақмет! Ересектерге беретін уәделеріміз мұнда:\n{link}',
    en: '{child} now decides alone: the rules for minors have ended, and your page is closed. In a week we delete your address. Thank you! What we promise adults is written here:\n{link}',
  },
  'welcome-subject': { ru: 'Можно начинать', kk: 'Бастауға болады', en: 'You can begin' },
  'welcome': { ru: 'Ваш взрослый согласился, и учётная запись в школе «{school}» открыта. Войдите и выбирайте курс.', kk: 'Ата-анаңыз не өкіліңіз келісім берді, «{school}» мектебіндегі тіркелгіңіз ашылды. Кіріп, курс таңдаңыз.', en: 'Your adult has agreed, and your account at “{school}” is open. Sign in and choose a course.' },
  'of-age-subject': { ru: 'Теперь решаете вы', kk: 'Енді өзіңіз шешесіз', en: 'Now you decide' },
  'of-age': {
    ru: 'С днём совершеннолетия! Правила для несовершеннолетних в школе «{school}» для вас закончились: теперь все решения о своих данных вы принимаете сами, на странице «Мои данные». То, что было разрешено раньше, можно отозвать там же.',
    kk: 'Кәмелетке толуыңызбен! «{school}» мектебіндегі кәмелетке толмағандардың ережелері сіз үшін аяқталды: енді деректеріңіз туралы шешімді «Менің деректерім» бетінде өзіңіз қабылдайсыз. Бұрын рұқсат етілгенді сол жерден қайтарып алуға болады.',
    en: 'Congratulations on coming of age! The rules for minors at “{school}” have ended for you: every decision about your data is now yours, on the page “My data”. What was allowed before can be withdrawn there.',
  },
} satisfies Messages
