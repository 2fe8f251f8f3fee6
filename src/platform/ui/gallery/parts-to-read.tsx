// What is read: states, proofs, lists, the way so far.
import {
  Avatar, Bars, BeforeAfter, Button, Card, CodeBlock, DataTable, Diff, Disclosure, EmptyState, Facts, Figure, Grid, Link, List, Notice, Player, Progress, PromiseChip, Row, Rubric, Seal, SealExplained, Steps, Tag, Time, Timeline,
} from '../ui.ts'
import { readFileSync } from 'node:fs'
import { addAsset } from '../../islands/assets.ts'
import type { Text } from '../../locale.ts'
import type { Part } from './part.ts'

const text = (ru: string, kk: string, en: string): Text => ({ ru, kk, en })
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><rect width="800" height="400" fill="#3b4a66"/><rect y="230" width="800" height="30" fill="#e3a36b"/><rect y="260" width="800" height="140" fill="#111"/></svg>')}`
const noon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><rect width="800" height="400" fill="#dfe6ec"/><rect y="250" width="800" height="150" fill="#c9c08f"/></svg>')}`
const film = readFileSync(new URL('sample.webm', import.meta.url))
const [filmed, beginning] = [addAsset('sample.webm', 'video/webm', film), addAsset('sample.jpg', 'image/jpeg', readFileSync(new URL('sample.jpg', import.meta.url)))]
const captions = (['ru', 'kk', 'en'] as const).map(locale => ({ locale, src: addAsset(`sample.${locale}.vtt`, 'text/vtt', `WEBVTT\n\n00:00.000 --> 00:12.000\n${{ ru: 'Солнце слева', kk: 'Күн сол жақта', en: 'The sun is on the left' }[locale]}\n\n00:12.000 --> 00:24.000\n${{ ru: 'Солнце справа', kk: 'Күн оң жақта', en: 'The sun is on the right' }[locale]}\n`) }))
const days = (count: number) => count * 86_400_000

export const toRead: Part[] = [
  { key: 'notice', name: text('Сообщение', 'Хабарлама', 'Notice'), height: 620, faces: t => [
    { name: t('К сведению', 'Назарыңызға', 'To know'), shows: <Notice title={t('Копия готовится', 'Көшірме дайындалуда', 'The copy is being made')}><p>{t('Пришлём ссылку до 4 декабря.', 'Сілтемені 4 желтоқсанға дейін жібереміз.', 'We send a link by 4 December.')}</p></Notice> },
    { name: t('Сделано', 'Орындалды', 'Done'), shows: <Notice kind="ok" title={t('Сохранено', 'Сақталды', 'Saved')} /> },
    { name: t('Скоро срок', 'Мерзім жақын', 'Due soon'), shows: <Notice kind="warn"><p>{t('Осталось два рабочих дня.', 'Екі жұмыс күні қалды.', 'Two working days are left.')}</p></Notice> },
    { name: t('Не вышло', 'Орындалмады', 'Refused'), shows: <Notice kind="bad" title={t('Файл не принят', 'Файл қабылданбады', 'The file was not taken')}><p><Link to="/help">{t('Что делать', 'Не істеу керек', 'What to do')}</Link></p></Notice> },
  ] },
  { key: 'promise-chip', name: text('Знак обещания', 'Уәде белгісі', 'Promise chip'), height: 560, faces: (t, now) => [
    { name: t('Пять состояний', 'Бес күй', 'Five states'), shows: <>{(['kept', 'due', 'broken', 'paused', 'unproven'] as const).map(state => <p><PromiseChip state={state} at={now} {...state === 'due' ? { note: t('ещё 2 дня', 'тағы 2 күн', '2 days left') } : {}} {...state === 'kept' ? { to: '/trust' } : {}} /></p>)}</> },
  ] },
  { key: 'seal', name: text('Печать', 'Мөр', 'Seal'), height: 1100, faces: t => [
    { name: t('Для бумаги', 'Қағазға арналған', 'For paper'), shows: <SealExplained of="paper" label={t('Печать сертификата', 'Сертификат мөрі', 'Seal of a certificate')} size={200} /> },
    { name: t('Разные документы, разные печати', 'Құжат басқа болса, мөрі де басқа', 'Other documents, other seals'), shows: <p>{['a', 'b', 'c', 'd', 'e', 'f'].map(hash => <><Seal of={hash} label={`${t('Печать', 'Мөр', 'Seal')} ${hash}`} />{' '}</>)}</p> },
    { name: t('Рядом со словом', 'Сөз қасында', 'Beside a word'), shows: <p>{['a', 'b', 'c', 'd', 'e', 'f'].map(hash => <><Seal of={hash} size={24} /> {hash}{' '}</>)}</p> },
    { name: t('Контур', 'Сұлба', 'Outline'), shows: <p><Seal of="outline" outline /></p> },
  ] },
  { key: 'avatar', name: text('Инициалы', 'Аты-жөнінің бас әріптері', 'Initials'), height: 240, faces: () => [{ name: '', shows: <>{['Әлия Қуанышқызы', 'Ерлан', 'Ұлжан Іңкәр'].map(name => <p class="who-said"><Avatar name={name} /> {name}</p>)}</> }] },
  { key: 'card', name: text('Карточка', 'Карта', 'Card'), height: 700, faces: (t, now) => [{ name: '', shows: (
    <Grid>
      <Card title={t('Ограничить обработку моих персональных данных', 'Жеке деректерді өңдеуге берген келісімімді кері қайтарып алу', 'Restrict the processing of my data')} to="/me/data" icon="shield" foot={<Time at={new Date(now.getTime() + days(12))} />}><p>{t('Данные останутся, но мы не будем ими пользоваться.', 'Деректер қалады, бірақ біз оларды пайдаланбаймыз.', 'The data stays, but we do not use it.')}</p></Card>
      <Card tone="soft" over="01" title={t('Мягкая карточка', 'Жұмсақ карта', 'A soft card')}><p class="quiet">{t('Тише основной.', 'Негізгіден бәсеңірек.', 'Quieter than the rest.')}</p></Card>
      <Card tone="hi" title={t('Новое', 'Жаңа', 'New')}><p>{t('Открыт третий модуль.', 'Үшінші модуль ашылды.', 'The third module is open.')}</p></Card>
    </Grid>
  ) }, { name: t('Слова-метки', 'Белгі сөздер', 'Tags'), shows: <p>{(['plain', 'accent', 'hi', 'ok', 'warn', 'bad', 'info'] as const).map(kind => <><Tag kind={kind}>{t('Уровень', 'Деңгей', 'Level')}</Tag>{' '}</>)}</p> }] },
  { key: 'list-row', name: text('Строка списка', 'Тізім жолы', 'List row'), height: 420, faces: (t, now) => [{ name: '', shows: (
    <List label={t('Работы', 'Жұмыстар', 'Works')}>
      <Row icon="image" title={t('Туман над Есилем', 'Есіл үстіндегі тұман', 'Fog over the Esil')} to="/teach" note={<>{t('Айгерим, сдано', 'Айгерім, тапсырылды', 'Aigerim, handed in')} <Time at={now} as="moment" /></>} end={<Tag kind="warn" icon="clock">{t('2 дня', '2 күн', '2 days')}</Tag>} />
      <Row icon="image" title={t('Степь', 'Дала', 'The steppe')} note={t('Ерлан', 'Ерлан', 'Yerlan')} end={<Button kind="secondary">{t('Открыть', 'Ашу', 'Open')}</Button>} />
    </List>
  ) }] },
  { key: 'data-table', name: text('Таблица', 'Кесте', 'Data table'), height: 620, faces: t => {
    const columns = [{ head: t('Что', 'Не', 'What'), cell: (row: { what: string }) => row.what }, { head: t('Зачем', 'Не үшін', 'Why'), cell: (row: { why: string }) => row.why }, { head: t('Сколько', 'Қанша', 'How many'), cell: (row: { count: number }) => row.count, number: true }] as { head: string; cell: (row: { what: string; why: string; count: number }) => string | number; number?: boolean }[]
    const rows = [{ what: t('Имя', 'Аты', 'Name'), why: t('чтобы обращаться', 'жүгіну үшін', 'to address you'), count: 1 }, { what: t('Работы', 'Жұмыстар', 'Works'), why: t('чтобы проверить', 'тексеру үшін', 'to review them'), count: 31 }]
    return [
      { name: t('Со строками', 'Жолдары бар', 'With rows'), shows: <DataTable caption={t('Сроки хранения', 'Сақтау мерзімдері', 'Retention terms')} rows={rows} columns={columns} /> },
      { name: t('Пустая', 'Бос', 'Empty'), shows: <DataTable caption={t('Передачи', 'Беру жазбалары', 'Transfers')} rows={[] as typeof rows} columns={columns} empty={t('Никому ничего не передавали.', 'Ешкімге ештеңе берілмеген.', 'Nothing was passed to anyone.')} /> },
      { name: t('Имена и значения', 'Атаулар мен мәндер', 'Names and values'), shows: <Facts items={[{ name: t('Кому видно', 'Кімге көрінеді', 'Who sees it'), value: t('вам и преподавателям курса', 'сізге және курс оқытушыларына', 'you and the teachers of the course') }]} /> },
    ]
  } },
  { key: 'disclosure', name: text('Раскрывающийся текст', 'Ашылатын мәтін', 'Disclosure'), height: 320, faces: t => [{ name: '', shows: <><Disclosure summary={t('Почему мы спрашиваем', 'Неге сұраймыз', 'Why we ask')}><p>{t('Чтобы ответить именно вам.', 'Дәл сізге жауап беру үшін.', 'To answer you and nobody else.')}</p></Disclosure><Disclosure open summary={t('Что будет дальше', 'Әрі қарай не болады', 'What happens next')}><p>{t('Ответим за десять рабочих дней.', 'Он жұмыс күнінде жауап береміз.', 'We answer within ten working days.')}</p></Disclosure></> }] },
  { key: 'progress', name: text('Ход', 'Барысы', 'Progress'), height: 220, faces: t => [{ name: '', shows: <Progress words={t('Пройдено 4 урока из 9, около трёх часов впереди', '9 сабақтың 4-еуі өтілді, алда шамамен үш сағат', '4 lessons of 9 done, about three hours ahead')} parts={[3, 5, 4, 6, 8, 3, 5, 7, 4].map((size, place) => ({ size, state: place < 4 ? 'done' : place === 4 ? 'now' : 'next' }))} /> }] },
  { key: 'bars', name: text('Столбики', 'Бағандар', 'Bars'), height: 260, faces: t => [{ name: '', shows: <Bars words={t('Больше всего за неделю: 12', 'Аптасына ең көбі: 12', 'Most in a week: 12')} bars={[3, 7, 12, null, 5, 9].map((count, place) => ({ name: t(`${place + 1} неделя`, `${place + 1}-апта`, `Week ${place + 1}`), count }))} /> }] },
  { key: 'stepper', name: text('Список шагов', 'Қадамдар тізімі', 'Task list'), height: 460, faces: t => [{ name: '', shows: <Steps items={[
    { title: t('Зачем смотреть дважды', 'Неге екі рет қарау керек', 'Why look twice'), to: '/learn', state: 'done', note: t('12 минут', '12 минут', '12 minutes') },
    { title: t('Горизонт и глубина', 'Көкжиек және тереңдік', 'Horizon and depth'), to: '/learn', state: 'now', note: t('18 минут', '18 минут', '18 minutes') },
    { title: t('Задание: своя работа', 'Тапсырма: өз жұмысыңыз', 'Assignment: a work of your own'), to: '/learn', state: 'next' },
    { title: t('Тест', 'Тест', 'Test'), state: 'closed', note: t('откроется после задания', 'тапсырмадан кейін ашылады', 'opens after the assignment') },
  ]} /> }] },
  { key: 'timeline', name: text('Ход событий', 'Оқиғалар желісі', 'Timeline'), height: 320, faces: (t, now) => [{ name: '', shows: <Timeline items={[{ at: now, title: t('Запрос получен', 'Өтініш алынды', 'Request received'), icon: 'inbox' }, { at: new Date(now.getTime() + days(12)), title: t('Копия отправлена', 'Көшірме жіберілді', 'Copy sent'), icon: 'check' }]} /> }] },
  { key: 'diff', name: text('Сравнение', 'Салыстыру', 'Diff'), height: 620, faces: t => [{ name: '', shows: <Diff items={[
    { name: t('Срок ответа', 'Жауап беру мерзімі', 'Time to answer'), before: t('Отвечаем за пятнадцать рабочих дней.', 'Он бес жұмыс күнінде жауап береміз.', 'We answer within fifteen working days.'), after: t('Отвечаем за десять рабочих дней.', 'Он жұмыс күнінде жауап береміз.', 'We answer within ten working days.') },
    { name: t('Новое обещание', 'Жаңа уәде', 'A new promise'), after: t('Координаты съёмки стираем при загрузке.', 'Түсірілім координаттарын жүктеу кезінде өшіреміз.', 'We remove the place of a photograph when it is uploaded.') },
  ]} /> }] },
  { key: 'rubric', name: text('Критерии', 'Критерийлер', 'Rubric'), height: 900, faces: t => {
    const levels = [{ points: 0, text: t('Свет случаен.', 'Жарық кездейсоқ.', 'The light is accidental.') }, { points: 2, text: t('Свет выбран и показан.', 'Жарық таңдалған және көрсетілген.', 'The light is chosen and shown.') }]
    const title = t('Работа со светом', 'Жарықпен жұмыс', 'Work with light')
    return [
      { name: t('До проверки', 'Тексеруге дейін', 'Before the review'), shows: <Rubric caption={t('Критерии', 'Критерийлер', 'Criteria')} criteria={[{ title, levels }]} /> },
      { name: t('После проверки', 'Тексеруден кейін', 'After the review'), shows: <Rubric caption={t('Что получилось', 'Не шықты', 'What was reached')} criteria={[{ title, levels, reached: { points: 2, words: t('Тени ведут к горизонту.', 'Көлеңкелер көкжиекке жетелейді.', 'The shadows lead to the horizon.') } }]} /> },
    ]
  } },
  { key: 'player', name: text('Проигрыватель', 'Ойнатқыш', 'Player'), height: 1500, faces: t => {
    const shown = (failed: boolean) => <Player title={t('Один день света в горах', 'Таудағы жарықтың бір күні', 'One day of light in the mountains')} sources={[{ src: filmed, type: 'video/webm' }]} poster={{ src: beginning, width: 320, height: 180 }} seconds={24} captions={captions} failed={failed}
      transcript={<p>{t('Горы до восхода, на восходе, в полдень и на закате.', 'Күн шыққанға дейінгі, күн шыққандағы, тал түстегі және күн батқандағы таулар.', 'Mountains before sunrise, at sunrise, at noon and at sunset.')}</p>} download={{ to: filmed, bytes: film.length }} report="/contacts" />
    return [
      { name: t('Играет', 'Ойнайды', 'Plays'), shows: shown(false) },
      { name: t('Не играет', 'Ойнамайды', 'Does not play'), shows: shown(true) },
      { name: t('Только звук', 'Тек дыбыс', 'Sound alone'), shows: <Player title={t('Как это звучит', 'Бұл қалай естіледі', 'How it sounds')} sources={[{ src: filmed, type: 'audio/webm' }]} seconds={24} captions={[]} transcript={<p>{t('Здесь стояло бы то же словами.', 'Мұнда соның сөзбен жазылғаны тұрар еді.', 'The same would stand here in words.')}</p>} download={{ to: filmed, bytes: film.length }} report="/contacts" /> },
    ]
  } },
  { key: 'code-block', name: text('Код', 'Код', 'Code block'), height: 320, faces: () => [{ name: '', shows: <CodeBlock label="forget.ts" code={'export const forget = (key: string) => {\n  store.delete(key) // a long line scrolls by itself and does not move the page around it\n}'} /> }] },
  { key: 'figure', name: text('Рисунок', 'Сурет', 'Figure'), height: 420, faces: t => [{ name: '', shows: <Figure src={picture} width={800} height={400} alt={t('Степь на закате', 'Күн батқандағы дала', 'The steppe at sunset')} caption="f/8 · 1/125 · ISO 100" words={<p>{t('Полоса света на горизонте.', 'Көкжиектегі жарық жолағы.', 'A band of light on the horizon.')}</p>} /> }] },
  { key: 'before-after', name: text('До и после', 'Дейін және кейін', 'Before and after'), height: 520, faces: t => [{ name: '', shows: <BeforeAfter caption={t('Одна степь в полдень и на закате.', 'Бір дала: түсте және күн батқанда.', 'One steppe at noon and at sunset.')}
    before={{ label: t('Полдень', 'Түс', 'Noon'), shows: <img src={noon} width={800} height={400} alt={t('Степь под белым небом', 'Ақ аспан астындағы дала', 'The steppe under a white sky')} /> }}
    after={{ label: t('Закат', 'Күн батқанда', 'Sunset'), shows: <img src={picture} width={800} height={400} alt={t('Степь на закате', 'Күн батқандағы дала', 'The steppe at sunset')} /> }} /> }] },
  { key: 'empty-state', name: text('Пусто', 'Бос', 'Empty state'), height: 460, faces: t => [{ name: '', shows: <EmptyState title={t('Все работы проверены', 'Барлық жұмыс тексерілді', 'All is reviewed')} action={<Button kind="secondary" to="/">{t('На главную', 'Басты бетке', 'To the home page')}</Button>}><p>{t('Следующий срок: четверг.', 'Келесі мерзім: бейсенбі.', 'Next due: Thursday.')}</p></EmptyState> }] },
]
