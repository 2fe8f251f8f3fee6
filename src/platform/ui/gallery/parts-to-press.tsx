// What is pressed, chosen and filled in.
import { z } from 'zod'
import { Actions, Button, Crumbs, Dialog, form, Link, Menu, Pagination, Post, Switch, Tabs, Toast, type Failed } from '../ui.ts'
import type { Locale, Text } from '../../locale.ts'
import type { Part } from './part.ts'

const text = (ru: string, kk: string, en: string): Text => ({ ru, kk, en })
const words = {
  name: text('Имя', 'Аты', 'First name'), email: text('Электронная почта', 'Электрондық пошта', 'E-mail'), phone: text('Телефон', 'Телефон', 'Phone'),
  password: text('Пароль', 'Құпиясөз', 'Password'), 'password-hint': text('Не короче десяти знаков.', 'Кемінде он таңба.', 'At least ten characters.'),
  born: text('Дата рождения', 'Туған күні', 'Date of birth'), hours: text('Часов в неделю', 'Аптасына сағат', 'Hours a week'), about: text('О себе', 'Өзіңіз туралы', 'About you'),
  city: text('Город', 'Қала', 'City'), level: text('Уровень', 'Деңгей', 'Level'), topics: text('Темы', 'Тақырыптар', 'Topics'), news: text('Присылать новости школы', 'Мектеп жаңалықтарын жіберу', 'Send me the school’s news'),
}
const options = (locale: Locale) => [text('Новичок', 'Бастаушы', 'Beginner'), text('Уже пробовал', 'Бұрын көргенмін', 'Tried it before')]
  .map((label, place) => ({ value: String(place), label: label[locale], hint: text('Можно сменить потом.', 'Кейін өзгертуге болады.', 'You can change it later.')[locale] }))

/** One of every kind of field. */
export const everyField = form(z.strictObject({
  name: z.string().trim().min(2).max(200), email: z.string().pipe(z.email()), phone: z.string().regex(/^\+7\d{10}$/).optional(), password: z.string().min(10), born: z.iso.date(), hours: z.number().int().min(1).max(40),
  about: z.string().max(1000).optional(), city: z.enum(['astana', 'almaty']), level: z.enum(['0', '1']), topics: z.array(z.enum(['0', '1'])).min(1), news: z.boolean(), course: z.string(),
}), {
  name: { autocomplete: 'given-name', why: text('Так к вам обращается преподаватель.', 'Оқытушы сізге осылай жүгінеді.', 'This is how your teacher addresses you.') },
  email: { type: 'email', autocomplete: 'email' }, phone: { type: 'tel', autocomplete: 'tel' }, password: { type: 'password', autocomplete: 'new-password', hint: 'password-hint' },
  born: { type: 'date', autocomplete: 'bday' }, hours: { type: 'number' }, about: { type: 'textarea', rows: 3 },
  city: { type: 'select', options: locale => [{ value: 'astana', label: 'Астана' }, { value: 'almaty', label: 'Алматы' }].map(({ value, label }) => ({ value, label: locale === 'en' ? { astana: 'Astana', almaty: 'Almaty' }[value]! : label })) },
  level: { type: 'radio', options }, topics: { type: 'checkboxes', options }, news: { type: 'checkbox' }, course: { type: 'hidden' },
}, words)

const wrong = everyField.read(new URLSearchParams('course=light&name=Ә&email=none&phone=12&password=short&born-day=31&born-month=2&born-year=2009&hours=many&city=paris'))
/** What comes back when nearly everything was filled in wrongly. */
export const refusedForm: Failed = wrong.ok ? { values: {}, problems: {} } : wrong.failed
const { Fields } = everyField
const usual = { course: 'light', born: '2001-03-27', level: '0', topics: ['1'] }

export const toPress: Part[] = [
  { key: 'button', name: text('Кнопка', 'Батырма', 'Button'), height: 620, faces: t => [
    { name: t('Четыре вида', 'Төрт түрі', 'Four kinds'), shows: <Actions><Button>{t('Записаться', 'Жазылу', 'Enrol')}</Button><Button kind="secondary" icon="download">{t('Скачать', 'Жүктеп алу', 'Download')}</Button><Button kind="quiet" icon="pencil">{t('Исправить', 'Түзету', 'Correct')}</Button><Button kind="danger" icon="trash-2">{t('Удалить всё', 'Барлығын жою', 'Erase everything')}</Button></Actions> },
    { name: t('Длинные слова переносятся', 'Ұзын сөздер келесі жолға өтеді', 'Long words wrap'), shows: <Actions><Button>{t('Ограничить обработку моих персональных данных', 'Жеке деректерді өңдеуге берген келісімімді кері қайтарып алу', 'Withdraw my consent to the processing of personal data')}</Button></Actions> },
    { name: t('Ссылка в виде кнопки', 'Батырма түріндегі сілтеме', 'A link that looks like a button'), shows: <Button to="/courses" kind="secondary" icon="arrow-right">{t('К курсам', 'Курстарға', 'To the courses')}</Button> },
  ] },
  { key: 'link', name: text('Ссылка', 'Сілтеме', 'Link'), height: 300, faces: t => [
    { name: t('В тексте', 'Мәтін ішінде', 'In text'), shows: <p>{t('Как это устроено, написано ', 'Бұл қалай жасалғаны ', 'How this works is written ')}<Link to="/privacy">{t('в политике', 'саясатта жазылған', 'in the policy')}</Link>.</p> },
    { name: t('Путь назад', 'Кері жол', 'The way back'), shows: <Crumbs label={t('Где вы', 'Қай жердесіз', 'Where you are')} items={[{ to: '/courses', label: t('Курсы', 'Курстар', 'Courses') }, { to: '/courses', label: t('Свет в пейзаже', 'Пейзаждағы жарық', 'Light in landscape') }]} /> },
  ] },
  { key: 'field', name: text('Поле', 'Өріс', 'Field'), height: 900, faces: () => [{ name: '', shows: <Post to="/me"><Fields only={['name', 'email', 'password', 'hours', 'about', 'city', 'news']} values={{}} /></Post> }] },
  { key: 'choice-card', name: text('Карточка выбора', 'Таңдау картасы', 'Choice card'), height: 620, faces: () => [{ name: '', shows: <Post to="/me"><Fields only={['level', 'topics']} values={usual} /></Post> }] },
  { key: 'switch', name: text('Переключатель', 'Ауыстырғыш', 'Switch'), height: 420, faces: t => [
    { name: t('Включён', 'Қосулы', 'On'), shows: <Switch to="/me" name="shown" isOn label={t('Показывать имя', 'Атымды көрсету', 'Show my name')} hint={t('Имя видит любой, у кого есть номер.', 'Нөмірі бар кез келген адам атыңызды көреді.', 'Anyone who has the number sees the name.')} /> },
    { name: t('Выключен', 'Өшірулі', 'Off'), shows: <Switch to="/me" name="news" isOn={false} label={t('Новости школы', 'Мектеп жаңалықтары', 'News of the school')} /> },
  ] },
  { key: 'date', name: text('Дата из трёх полей', 'Үш өрістен тұратын күн', 'Date in three fields'), height: 300, faces: () => [{ name: '', shows: <Post to="/me"><Fields only={['born']} values={usual} /></Post> }] },
  { key: 'error-summary', name: text('Список ошибок', 'Қателер тізімі', 'Error summary'), height: 1500, faces: () => [{ name: '', shows: <Post to="/me"><Fields values={{ course: 'light' }} /></Post> }] },
  { key: 'tabs', name: text('Вкладки-ссылки', 'Сілтеме қойындылар', 'Tabs as links'), height: 260, faces: t => [{ name: '', shows: <Tabs label={t('Виды', 'Көріністер', 'Views')} items={[{ to: '/a', label: t('Все', 'Барлығы', 'All'), current: true, count: 12 }, { to: '/b', label: t('Ждут ответа', 'Жауап күтуде', 'Waiting') }, { to: '/c', label: t('Мои', 'Менікі', 'Mine') }]} /> }] },
  { key: 'dialog', name: text('Окно поверх страницы', 'Бет үстіндегі терезе', 'Dialog'), height: 460, faces: t => [{ name: '', shows: <Dialog id="explained" opens={t('Почему мы спрашиваем', 'Неге сұраймыз', 'Why we ask')} title={t('Почему мы спрашиваем', 'Неге сұраймыз', 'Why we ask')}><p>{t('Чтобы ответить именно вам.', 'Дәл сізге жауап беру үшін.', 'To answer you and nobody else.')}</p></Dialog> }] },
  { key: 'menu', name: text('Меню', 'Мәзір', 'Menu'), height: 360, faces: t => [{ name: '', shows: <Menu id="more" label={t('Ещё', 'Тағы', 'More')}><ul><li><Link to="/me">{t('Моё обучение', 'Менің оқуым', 'My learning')}</Link></li><li><Link to="/me/data">{t('Мои данные', 'Менің деректерім', 'My data')}</Link></li></ul></Menu> }] },
  { key: 'toast', name: text('Сообщение с отменой', 'Қайтаруға болатын хабар', 'Toast with undo'), height: 260, faces: t => [{ name: '', shows: <Toast said={t('Урок отмечен как пройденный.', 'Сабақ өтілді деп белгіленді.', 'The lesson is marked as done.')} undo="/me" /> }] },
  { key: 'pagination', name: text('Страницы списка', 'Тізім беттері', 'Pagination'), height: 240, faces: () => [{ name: '', shows: <Pagination page={2} pages={7} to={page => `/courses?page=${page}`} /> }] },
]
