// Every component on one page, in every look and language: what the look tests open, and nobody else.
import { z } from 'zod'
import {
  Actions, Button, Card, CodeBlock, Columns, Crumbs, DataTable, Disclosure, drawPage, EmptyState, errorPage, Facts, Figure, form, Grid, Icon, Link, List, Notice, Opening, Pagination,
  Post, Progress, PromiseChip, Reading, Row, Seal, Steps, Tabs, Tag, Time, Timeline, type Here, type School, type Theme,
} from '#platform/ui/ui.ts'
import type { Locale, Text } from '#platform/locale.ts'

const text = (ru: string, kk: string, en: string): Text => ({ ru, kk, en })
const item = (to: string, label: Text) => ({ to, label })

const brands: Record<Theme, { name: string; title: Text; lead: Text }> = {
  core: { name: 'Senim', title: text('Запросы людей', 'Адамдардың өтініштері', 'People’s requests'), lead: text('Три запроса, ближайший срок через два рабочих дня.', 'Үш өтініш, ең жақын мерзім екі жұмыс күнінен кейін.', 'Three requests, the nearest is due in two working days.') },
  atlas: { name: 'Masteryn Quest', title: text('Карта данных: первый переход', 'Деректер картасы: алғашқы өткел', 'The map of data: a first crossing'), lead: text('Двенадцать этапов, четыре пройдено. Следующий: как читать легенду.', 'Он екі кезең, төртеуі өтілді. Келесісі: шартты белгілерді оқу.', 'Twelve stages, four behind you. Next: how to read a legend.') },
  dusk: { name: 'Көкжиек', title: text('Свет перед грозой', 'Найзағай алдындағы жарық', 'Light before the storm'), lead: text('Шесть модулей о пейзаже. Каждую работу смотрит преподаватель.', 'Пейзаж туралы алты модуль. Әр жұмысты оқытушы қарайды.', 'Six modules on landscape. A teacher looks at every work.') },
  ledger: { name: 'Mexrontal', title: text('Деловой казахский с нуля', 'Іскерлік қазақ тілі', 'Kazakh for the office'), lead: text('Двадцать четыре урока. Работы проверяем за два рабочих дня.', 'Жиырма төрт сабақ. Жұмыстарды екі жұмыс күнінде тексереміз.', 'Twenty-four lessons. Work is reviewed in two working days.') },
  azure: { name: 'Cloudex Learning', title: text('Облачная архитектура', 'Бұлттық архитектура', 'Cloud architecture'), lead: text('Девять модулей и лаборатории, в которых можно ошибаться.', 'Тоғыз модуль және қателесуге болатын зертханалар.', 'Nine modules, and labs in which mistakes are welcome.') },
  notebook: { name: 'Webstapero Dev Notes', title: text('Заметка 14: кэш и как его забыть', '14-жазба: кэш және оны қалай ұмыту керек', 'Note 14: a cache, and how to forget it'), lead: text('Код, разбор, упражнения. Двадцать пять минут чтения.', 'Код, талдау, жаттығулар. Жиырма бес минут оқу.', 'Code, a close reading, exercises. Twenty-five minutes.') },
}

const school = (theme: Theme): School => ({
  slug: 'gallery', name: text(brands[theme].name, brands[theme].name, brands[theme].name), theme,
  tagline: text('Учимся спокойно и держим слово', 'Асықпай үйренеміз, сөзде тұрамыз', 'We learn calmly and keep our word'),
  nav: [item('/courses', text('Курсы', 'Курстар', 'Courses')), item('/trajectories', text('Траектории', 'Траекториялар', 'Trajectories')), item('/reviews', text('Отзывы', 'Пікірлер', 'Reviews'))],
  account: [item('/me', text('Моё обучение', 'Менің оқуым', 'My learning')), item('/me/data', text('Мои данные', 'Менің деректерім', 'My data'))],
  footer: [item('/cookies', text('Выбор файлов cookie', 'cookie файлдарын таңдау', 'Cookie choices'))],
  policy: { version: '3', date: new Date('2026-11-01T00:00:00Z') },
  notices: [{ text: text('С 6 декабря действует новая редакция политики.', '6 желтоқсаннан бастап саясаттың жаңа редакциясы қолданылады.', 'A new version of the policy is in force from 6 December.'), to: '/privacy/versions' }],
  contact: text('Астана, улица Примерная, 1 · +7 700 000 00 00', 'Астана, Мысал көшесі, 1 · +7 700 000 00 00', '1 Example Street, Astana · +7 700 000 00 00'),
  demo: true,
  ask: {
    title: text('Файлы cookie.', 'cookie файлдары.', 'Cookies.'), says: text('Без вашего согласия храним только необходимые.', 'Сіздің келісіміңізсіз тек қажеттілерін сақтаймыз.', 'Without your consent we keep only the necessary ones.'), to: '/cookies',
    answers: [{ name: 'choice', value: 'necessary', label: text('Только необходимые', 'Тек қажетті', 'Only necessary') }, item('/cookies', text('Выбрать', 'Таңдау', 'Choose')), { name: 'choice', value: 'all', label: text('Разрешить все', 'Барлығына рұқсат', 'Allow all') }],
  },
})

const words = {
  name: text('Имя', 'Аты', 'First name'), email: text('Электронная почта', 'Электрондық пошта', 'E-mail'), phone: text('Телефон', 'Телефон', 'Phone'),
  password: text('Пароль', 'Құпиясөз', 'Password'), 'password-hint': text('Не короче десяти знаков.', 'Кемінде он таңба.', 'At least ten characters.'),
  born: text('Дата рождения', 'Туған күні', 'Date of birth'), hours: text('Часов в неделю', 'Аптасына сағат', 'Hours a week'), about: text('О себе', 'Өзіңіз туралы', 'About you'),
  city: text('Город', 'Қала', 'City'), level: text('Уровень', 'Деңгей', 'Level'), topics: text('Темы', 'Тақырыптар', 'Topics'), news: text('Присылать новости школы', 'Мектеп жаңалықтарын жіберу', 'Send me the school’s news'),
}
const options = (locale: Locale) => [text('Новичок', 'Бастаушы', 'Beginner'), text('Уже пробовал', 'Бұрын көргенмін', 'Tried it before')].map((label, place) => ({ value: String(place), label: label[locale], hint: text('Можно сменить потом.', 'Кейін өзгертуге болады.', 'You can change it later.')[locale] }))

export const galleryForm = form(z.strictObject({
  name: z.string().trim().min(2).max(200), email: z.string().pipe(z.email()), phone: z.string().regex(/^\+7\d{10}$/).optional(), password: z.string().min(10), born: z.iso.date(), hours: z.number().int().min(1).max(40),
  about: z.string().max(1000).optional(), city: z.enum(['astana', 'almaty']), level: z.enum(['0', '1']), topics: z.array(z.enum(['0', '1'])).min(1), news: z.boolean(), course: z.string(),
}), {
  name: { autocomplete: 'given-name', why: text('Так к вам обращается преподаватель.', 'Оқытушы сізге осылай жүгінеді.', 'This is how your teacher addresses you.') },
  email: { type: 'email', autocomplete: 'email' }, phone: { type: 'tel', autocomplete: 'tel' }, password: { type: 'password', autocomplete: 'new-password', hint: 'password-hint' },
  born: { type: 'date', autocomplete: 'bday' }, hours: { type: 'number' }, about: { type: 'textarea', rows: 3 }, city: { type: 'select', options: () => [{ value: 'astana', label: 'Астана' }, { value: 'almaty', label: 'Алматы' }] },
  level: { type: 'radio', options }, topics: { type: 'checkboxes', options }, news: { type: 'checkbox' }, course: { type: 'hidden' },
}, words)

const now = new Date('2026-11-22T09:30:00Z')
const wrong = galleryForm.read(new URLSearchParams('course=light&name=Ә&email=none&phone=12&password=short&born-day=31&born-month=2&born-year=2009&hours=many&city=paris&colour=red'))

export function hereFor(theme: Theme, locale: Locale, more: Partial<Here> = {}): Here {
  return { locale, prefix: `/${locale}`, path: '/courses', query: { page: '2' }, actor: { person: 'someone', role: 'learner' }, school: school(theme), once: '0191f5a2-0000-4000-8000-000000000000', now, ...more }
}

export const failedHere = (theme: Theme, locale: Locale) => hereFor(theme, locale, wrong.ok ? {} : { failed: wrong.failed })
export const errorIn = (theme: Theme, locale: Locale, status: number) => drawPage(hereFor(theme, locale), () => errorPage(hereFor(theme, locale), status, { number: 'a1b2c3d4' }))

/** A course page as a school would show it. */
export function drawCourse(theme: Theme, locale: Locale): string {
  const here = hereFor(theme, locale)
  const { title, lead } = brands[theme]
  const t = (ru: string, kk: string, en: string) => text(ru, kk, en)[locale]
  return drawPage(here, () => ({ title: title[locale], body: (
      <>
        <Crumbs label={t('Где вы', 'Қай жердесіз', 'Where you are')} items={[{ to: '/courses', label: t('Курсы', 'Курстар', 'Courses') }]} />
        <Opening title={title[locale]} lead={lead[locale]} big>
          <Actions><Button to="/learn/1/4">{t('Продолжить: урок 4', 'Жалғастыру: 4-сабақ', 'Continue: lesson 4')}</Button><Button kind="secondary" to="#plan">{t('Программа', 'Бағдарлама', 'Syllabus')}</Button><Link to="/me/data">{t('Как мы храним ваши данные', 'Деректеріңізді қалай сақтаймыз', 'How we keep your data')}</Link></Actions>
        </Opening>
        <Columns label={t('О курсе коротко', 'Курс туралы қысқаша', 'The course in short')} aside={
          <>
            <Card title={t('Ваше обещание от нас', 'Бізден сізге уәде', 'What we promise')} over={t('Обещание 4.2', '4.2-уәде', 'Promise 4.2')}>
              <p>{t('Копию данных готовим не дольше десяти рабочих дней.', 'Деректер көшірмесін он жұмыс күнінен асырмай дайындаймыз.', 'A copy of your data within ten working days.')}</p>
              <p><PromiseChip state="kept" at={new Date('2026-11-22T07:30:00Z')} to="/trust" /></p>
            </Card>
            <Card tone="soft" title={t('Следующий урок', 'Келесі сабақ', 'Next lesson')} level={2}><p>{t('Горизонт и глубина', 'Көкжиек және тереңдік', 'Horizon and depth')}</p><p class="quiet">f/8 · 1/125 · ISO 100 · 24 {t('мм', 'мм', 'mm')}</p></Card>
          </>
        }>
          <h2 id="plan">{t('Программа', 'Бағдарлама', 'Syllabus')}</h2>
          <Progress words={t('Пройдено 4 урока из 9, около трёх часов впереди', '9 сабақтың 4-еуі өтілді, алда шамамен үш сағат', '4 lessons of 9 done, about three hours ahead')} parts={[3, 5, 4, 6, 8, 3, 5, 7, 4].map((size, place) => ({ size, state: place < 4 ? 'done' : place === 4 ? 'now' : 'next' }))} />
          <Steps items={[
            { title: t('Зачем смотреть дважды', 'Неге екі рет қарау керек', 'Why look twice'), to: '/learn/1/1', state: 'done', note: t('12 минут', '12 минут', '12 minutes') },
            { title: t('Горизонт и глубина', 'Көкжиек және тереңдік', 'Horizon and depth'), to: '/learn/1/4', state: 'now', note: t('18 минут', '18 минут', '18 minutes') },
            { title: t('Задание: своя работа', 'Тапсырма: өз жұмысыңыз', 'Assignment: a work of your own'), to: '/learn/1/5', state: 'next' },
            { title: t('Тест', 'Тест', 'Test'), state: 'closed', note: t('откроется после задания', 'тапсырмадан кейін ашылады', 'opens after the assignment') },
          ]} />
          <h2>{t('Что понадобится', 'Не қажет болады', 'What you need')}</h2>
          <p>{t('Немного времени каждую неделю, блокнот и желание ошибаться. Остальное покажем по дороге: куда смотреть, что сравнивать и когда остановиться.', 'Апта сайын аздап уақыт, дәптер және қателесуден қорықпау. Қалғанын жолай көрсетеміз: қайда қарау, нені салыстыру және қашан тоқтау керек.', 'A little time each week, a notebook, and no fear of mistakes. The rest we show on the way: where to look, what to compare and when to stop.')}</p>
        </Columns>
      </>
  ) }))
}

/** Every component, one under another. */
export function Gallery({ here }: { here: Here }) {
  const { locale } = here
  const t = (ru: string, kk: string, en: string) => text(ru, kk, en)[locale]
  const day = new Date('2026-12-04T10:00:00Z')
  return (
    <>
      <Opening over={t('Модуль 2', '2-модуль', 'Module 2')} title={t('Все части страницы', 'Беттің барлық бөліктері', 'Every part of a page')} lead={t('Жеке мәлімет: әр бөлік үш тілде.', 'Әр бөлік үш тілде: ә ғ қ ң ө ұ ү һ і.', 'Each part in three languages.')} />
      <Tabs label={t('Виды', 'Көріністер', 'Views')} items={[{ to: '/a', label: t('Все', 'Барлығы', 'All'), current: true, count: 12 }, { to: '/b', label: t('Ждут ответа', 'Жауап күтуде', 'Waiting') }, { to: '/c', label: t('Мои', 'Менікі', 'Mine') }]} />
      <Notice title={t('Копия готовится', 'Көшірме дайындалуда', 'The copy is being made')}><p>{t('Пришлём ссылку до 4 декабря.', 'Сілтемені 4 желтоқсанға дейін жібереміз.', 'We send a link by 4 December.')}</p></Notice>
      <Notice kind="ok" title={t('Сохранено', 'Сақталды', 'Saved')} /><Notice kind="warn"><p>{t('Осталось два рабочих дня.', 'Екі жұмыс күні қалды.', 'Two working days are left.')}</p></Notice><Notice kind="bad" title={t('Файл не принят', 'Файл қабылданбады', 'The file was not taken')}><p><Link to="/help">{t('Что делать', 'Не істеу керек', 'What to do')}</Link></p></Notice>
      <Actions><Button>{t('Отозвать согласие', 'Келісімді қайтарып алу', 'Withdraw consent')}</Button><Button kind="secondary" icon="download">{t('Скачать', 'Жүктеп алу', 'Download')}</Button><Button kind="quiet" icon="pencil">{t('Исправить', 'Түзету', 'Correct')}</Button><Button kind="danger" icon="trash-2">{t('Удалить всё', 'Барлығын жою', 'Erase everything')}</Button></Actions>
      <Grid>
        <Card title={t('Ограничить обработку моих персональных данных', 'Жеке деректерді өңдеуге берген келісімімді кері қайтарып алу', 'Restrict the processing of my data')} to="/me/data" icon="shield" foot={<Time at={day} />}><p>{t('Данные останутся, но мы не будем ими пользоваться.', 'Деректер қалады, бірақ біз оларды пайдаланбаймыз.', 'The data stays, but we do not use it.')}</p></Card>
        <Card tone="soft" over="01" title={t('Мягкая карточка', 'Жұмсақ карта', 'A soft card')}><p class="quiet">{t('Тише основной.', 'Негізгіден бәсеңірек.', 'Quieter than the rest.')}</p></Card>
        <Card tone="hi" title={t('Новое', 'Жаңа', 'New')}><p>{t('Открыт третий модуль.', 'Үшінші модуль ашылды.', 'The third module is open.')}</p></Card>
      </Grid>
      <p>{(['kept', 'due', 'broken', 'paused', 'unproven'] as const).map(state => <><PromiseChip state={state} at={now} {...state === 'due' ? { note: t('ещё 2 дня', 'тағы 2 күн', '2 days left') } : {}} {...state === 'kept' ? { to: '/trust' } : {}} />{' '}</>)}</p>
      <p>{(['plain', 'accent', 'hi', 'ok', 'warn', 'bad', 'info'] as const).map(kind => <><Tag kind={kind}>{t('Уровень', 'Деңгей', 'Level')}</Tag>{' '}</>)}</p>
      <h2>{t('Списки и таблицы', 'Тізімдер мен кестелер', 'Lists and tables')}</h2>
      <List label={t('Работы', 'Жұмыстар', 'Works')}>
        <Row icon="image" title={t('Туман над Есилем', 'Есіл үстіндегі тұман', 'Fog over the Esil')} to="/teach/1" note={<>{t('Айгерім, сдано', 'Айгерім, тапсырылды', 'Aigerim, handed in')} <Time at={now} as="moment" /></>} end={<Tag kind="warn" icon="clock">{t('2 дня', '2 күн', '2 days')}</Tag>} />
        <Row icon="image" title={t('Степь', 'Дала', 'The steppe')} note={t('Ерлан', 'Ерлан', 'Yerlan')} end={<Button kind="secondary">{t('Открыть', 'Ашу', 'Open')}</Button>} />
      </List>
      <DataTable caption={t('Сроки хранения', 'Сақтау мерзімдері', 'Retention terms')} rows={[{ what: t('Имя', 'Аты', 'Name'), why: t('чтобы обращаться', 'жүгіну үшін', 'to address you'), count: 1 }, { what: t('Работы', 'Жұмыстар', 'Works'), why: t('чтобы проверить', 'тексеру үшін', 'to review them'), count: 31 }]}
        columns={[{ head: t('Что', 'Не', 'What'), cell: row => row.what }, { head: t('Зачем', 'Не үшін', 'Why'), cell: row => row.why }, { head: t('Сколько', 'Қанша', 'How many'), cell: row => row.count, number: true }]} />
      <Facts items={[{ name: t('Срок', 'Мерзім', 'Deadline'), value: <Time at={day} as="moment" /> }, { name: t('Кому видно', 'Кімге көрінеді', 'Who sees it'), value: t('вам и преподавателям курса', 'сізге және курс оқытушыларына', 'you and the teachers of the course') }]} />
      <Timeline items={[{ at: now, title: t('Запрос получен', 'Өтініш алынды', 'Request received'), icon: 'inbox' }, { at: day, title: t('Копия отправлена', 'Көшірме жіберілді', 'Copy sent'), icon: 'check' }]} />
      <Disclosure summary={t('Почему мы спрашиваем', 'Неге сұраймыз', 'Why we ask')}><p>{t('Чтобы ответить именно вам.', 'Дәл сізге жауап беру үшін.', 'To answer you and nobody else.')}</p></Disclosure>
      <CodeBlock label="forget.ts" code={'export const forget = (key: string) => {\n  store.delete(key) // кэш: ұмыту ең қиын іс, а длинная строка прокручивается сама по себе, не двигая страницу\n}'} />
      <Figure src="/picture.svg" width={800} height={400} alt={t('Степь на закате', 'Күн батқандағы дала', 'The steppe at sunset')} caption="f/8 · 1/125 · ISO 100" words={<p>{t('Полоса света на горизонте.', 'Көкжиектегі жарық жолағы.', 'A band of light on the horizon.')}</p>} />
      <Pagination page={2} pages={7} to={page => `/courses?page=${page}`} />
      <EmptyState title={t('Все работы проверены', 'Барлық жұмыс тексерілді', 'All is reviewed')} action={<Button kind="secondary" to="/">{t('На главную', 'Басты бетке', 'To the home page')}</Button>}><p>{t('Следующий срок: четверг.', 'Келесі мерзім: бейсенбі.', 'Next due: Thursday.')}</p></EmptyState>
      <p>{['a', 'b', 'c', 'd', 'e'].map(hash => <><Seal of={hash} label={`${t('Печать', 'Мөр', 'Seal')} ${hash}`} />{' '}</>)}<Icon name="award" /></p>
      <Reading><h2>{t('Запись на курс', 'Курсқа жазылу', 'Enrolment')}</h2><Post to="/enrol"><galleryForm.Fields values={{ course: 'light', born: '2001-03-27', level: '0', topics: ['1'] }} /><Actions><Button>{t('Отправить', 'Жіберу', 'Send')}</Button></Actions></Post></Reading>
    </>
  )
}
