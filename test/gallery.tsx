// Places of invented schools, one for each look, in which the look tests open the gallery and a course page.
import { refusedForm } from '#platform/ui/gallery/parts-to-press.tsx'
import { Actions, Button, Card, Columns, Crumbs, drawPage, errorPage, Link, Opening, Progress, PromiseChip, Steps, type Here, type School, type Theme } from '#platform/ui/ui.ts'
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

const now = new Date('2026-11-22T09:30:00Z')
export function hereFor(theme: Theme, locale: Locale, more: Partial<Here> = {}): Here {
  return { locale, prefix: `/${locale}`, path: '/courses', query: { page: '2' }, actor: { person: 'someone', role: 'learner' }, school: school(theme), once: '0191f5a2-0000-4000-8000-000000000000', now, ...more }
}

export const failedHere = (theme: Theme, locale: Locale) => hereFor(theme, locale, { path: '/gallery/all', failed: refusedForm })
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
