import type { Messages } from '#platform/locale.ts'
import { deskMessages } from './desk-messages.ts'

/** What whoever reports reads, and whoever is reported. */
const askers = {
  'no-visit': { ru: 'Страницу здесь открыть некому.', kk: 'Мұнда бетті ашатын ешкім жоқ.', en: 'There is nothing here to open the page with.' },
  'proved': {
    ru: 'Сообщений о детях: {all}; закрытых до проверки учётных записей: {held}, из них не закрыты на деле: {loose}; просроченных ответов: {late}; страниц без формы: {missing}.',
    kk: 'Балалар туралы хабарлар: {all}; тексергенше жабылған тіркелгілер: {held}, оның ішінде іс жүзінде жабылмағаны: {loose}; мерзімі өткен жауаптар: {late}; нысансыз беттер: {missing}.',
    en: 'Reports about children: {all}; accounts closed until they are looked into: {held}, of these not closed in fact: {loose}; answers past their day: {late}; pages without the form: {missing}.',
  },
  'title': { ru: 'Сообщить о данных ребёнка', kk: 'Бала деректері туралы хабарлау', en: 'Report the data of a child' },
  'lead': {
    ru: 'Ребёнок оставил здесь свои данные, а родители об этом не знают? Напишите нам. Учётная запись, которую вы назовёте, закроется сразу; мы всё проверим и удалим то, чего здесь быть не должно.',
    kk: 'Бала мұнда деректерін қалдырып, ата-анасы оны білмей ме? Бізге жазыңыз. Сіз атаған тіркелгі бірден жабылады; бәрін тексеріп, мұнда болмауға тиіс нәрсені жоямыз.',
    en: 'A child has left their data here, and the parents do not know of it? Write to us. The account that you name is closed at once; we look into it, and erase what should not be here.',
  },
  'what-happens': { ru: 'Что будет дальше', kk: 'Әрі қарай не болады', en: 'What happens then' },
  'then-closed': { ru: 'Если такая учётная запись есть, войти в неё больше нельзя, и ничего из неё не показывается. Есть она или нет, мы не говорим.', kk: 'Ондай тіркелгі болса, оған енді кіруге болмайды, одан ештеңе көрсетілмейді. Оның бар-жоғын айтпаймыз.', en: 'If there is such an account, nobody can sign in to it any more and nothing of it is shown. We do not say whether there is one.' },
  'then-looked': { ru: 'Ответственный за данные спросит вас о том, что знает только семья. Документов не присылайте: мы их не просим и не храним.', kk: 'Дербес деректерге жауапты тұлға сізден тек отбасы білетін нәрсені сұрайды. Құжат жібермеңіз: біз оны сұрамаймыз және сақтамаймыз.', en: 'The privacy officer asks you what only the family knows. Send no papers: we ask for none and keep none.' },
  'then-told': { ru: 'Чем всё кончилось, вы узнаете не позже чем через {within}. Данных ребёнка в ответе не будет.', kk: 'Немен аяқталғанын {within} ішінде білесіз. Жауапта баланың деректері болмайды.', en: 'You hear how it ended within {within}. The answer holds no data of the child.' },
  'account': { ru: 'Почта или логин учётной записи', kk: 'Тіркелгінің поштасы немесе логині', en: 'E-mail or login of the account' },
  'account-hint': { ru: 'То, с чем ребёнок входит. Если не знаете точно, напишите имя: найдём сами.', kk: 'Бала кірерде жазатын нәрсе. Анық білмесеңіз, атын жазыңыз: өзіміз табамыз.', en: 'What the child signs in with. If you do not know it, write the name: we shall look ourselves.' },
  'relation': { ru: 'Кто вы ребёнку', kk: 'Сіз балаға кімсіз', en: 'Who you are to the child' },
  'relation-parent': { ru: 'Родитель или законный представитель', kk: 'Ата-анасы немесе заңды өкілі', en: 'Parent or legal representative' },
  'relation-other': { ru: 'Кто-то другой', kk: 'Басқа адам', en: 'Somebody else' },
  'words': { ru: 'Что произошло', kk: 'Не болды', en: 'What happened' },
  'words-hint': { ru: 'Коротко, не меньше 10 знаков. Лишнего о ребёнке не пишите.', kk: 'Қысқаша, кемінде 10 таңба. Бала туралы артық ештеңе жазбаңыз.', en: 'Briefly, 10 characters or more. Say no more of the child than is needed.' },
  'name': { ru: 'Как к вам обращаться', kk: 'Сізді қалай атайық', en: 'What to call you' },
  'email': { ru: 'Почта для ответа', kk: 'Жауап келетін пошта', en: 'E-mail to answer to' },
  'email-why': { ru: 'Туда придёт итог проверки. Больше адрес ни для чего не служит.', kk: 'Тексерудің нәтижесі соған келеді. Мекенжай басқа ештеңеге пайдаланылмайды.', en: 'The outcome goes there. The address serves nothing else.' },
  'send': { ru: 'Сообщить', kk: 'Хабарлау', en: 'Report' },
  'sent': { ru: 'Спасибо, сообщение принято. Если такая учётная запись есть, она уже закрыта.', kk: 'Рақмет, хабар қабылданды. Ондай тіркелгі болса, ол жабылды.', en: 'Thank you, your report has come in. If there is such an account, it is closed now.' },
  'by-letter': { ru: 'Можно и письмом на {address} с темой «{subject}»: назовите в нём почту учётной записи.', kk: '{address} мекенжайына «{subject}» тақырыбымен хат жазуға да болады: хатта тіркелгінің поштасын атаңыз.', en: 'Or write to {address} with the subject “{subject}”, and name the e-mail of the account in the letter.' },
  'letter-subject': { ru: 'Данные ребёнка', kk: 'Бала деректері', en: 'Data of a child' },
  'consent': { ru: 'Сообщение хранится под своим ключом и стирается вместе с обращением.', kk: 'Хабар өз кілтімен сақталады және сауалмен бірге жойылады.', en: 'The report is kept under a key of its own, and erased together with the enquiry.' },
  'policy': { ru: 'Политика конфиденциальности', kk: 'Құпиялық саясаты', en: 'Privacy policy' },
  'as-written': { ru: 'Учётная запись: {account}. {relation}.', kk: 'Тіркелгі: {account}. {relation}.', en: 'Account: {account}. {relation}.' },
  'needs-address': { ru: 'нужен адрес, на который мы ответим', kk: 'жауап жіберетін мекенжай керек', en: 'we need an address to answer to' },
  'link': { ru: 'Ребёнок оставил данные без ведома родителей? Сообщите нам', kk: 'Бала ата-анасына айтпай деректерін қалдырды ма? Бізге хабарлаңыз', en: 'A child left data without their parents knowing? Tell us' },
  'outcome-removed': {
    ru: 'Мы проверили то, о чём вы сообщили. Учётная запись закрыта, её данные стираются и больше нигде не показываются. Спасибо, что написали.',
    kk: 'Сіз хабарлаған жайды тексердік. Тіркелгі жабылды, оның деректері жойылып жатыр және енді еш жерде көрсетілмейді. Жазғаныңызға рақмет.',
    en: 'We have looked into what you reported. The account is closed; its data is being erased and is shown nowhere any more. Thank you for writing.',
  },
  'outcome-nothing': {
    ru: 'Мы проверили то, о чём вы сообщили, и не нашли данных ребёнка, которые оставлены без согласия родителей. Больше ничего сказать не можем, чтобы никого не раскрыть. Если вы знаете что-то ещё, ответьте на это сообщение.',
    kk: 'Сіз хабарлаған жайды тексердік, ата-ана келісімінсіз қалған бала деректерін таппадық. Ешкімді әшкерелемеу үшін бұдан артық айта алмаймыз. Тағы бірдеңе білсеңіз, осыған жауап жазыңыз.',
    en: 'We have looked into what you reported, and found no data of a child that was left without the consent of their parents. We can say no more, so as to expose nobody. If you know anything else, answer this message.',
  },
  'letter-lifted-subject': { ru: 'Учётная запись снова открыта', kk: 'Тіркелгі қайта ашылды', en: 'Your account is open again' },
  'letter-lifted': {
    ru: 'Нам сообщили, что вашу учётную запись мог завести ребёнок без согласия родителей, поэтому она была закрыта до проверки. Мы всё проверили: учётная запись снова открыта, в ней ничего не изменилось. Простите за неудобство.',
    kk: 'Тіркелгіңізді бала ата-анасының келісімінсіз ашқан болуы мүмкін деген хабар келді, сондықтан ол тексергенше жабылды. Бәрін тексердік: тіркелгі қайта ашылды, онда ештеңе өзгерген жоқ. Қолайсыздық үшін кешіріңіз.',
    en: 'We were told that a child might have opened your account without the consent of their parents, so it was closed until we had looked. We have: it is open again, and nothing in it has changed. We are sorry for the trouble.',
  },
} satisfies Messages

export const messages = { ...askers, ...deskMessages } satisfies Messages
