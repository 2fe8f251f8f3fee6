import type { Text } from '#platform/locale.ts'
import type { School } from '#platform/ui/ui.ts'
import type { At } from '#platform/web/web.ts'
import { cookieQuestion, mustAsk } from '#trust/consent/consent.ts'
import type { Context } from '#trust/audit/audit.ts'
import { comingSentence, contactLine, noticesAt } from '#trust/publication/publication.ts'
import { takesReports } from '#people/child-reports/child-reports.ts'
import { takesMinors } from '#people/minors/minors.ts'
import { noticeAddress } from '#school/outside-links/outside-links.ts'
import { tellsRules } from '#school/rules/rules.ts'
import { picturesOf } from './site-pictures.ts'
import type { Site } from './site.ts'

const item = (to: string, ru: string, kk: string, en: string): { to: string; label: Text } => ({ to, label: { ru, kk, en } })

const nav = [
  item('/courses', 'Курсы', 'Курстар', 'Courses'),
  item('/trajectories', 'Траектории', 'Траекториялар', 'Trajectories'),
  item('/reviews', 'Отзывы', 'Пікірлер', 'Reviews'),
  item('/about', 'О школе', 'Мектеп туралы', 'About'),
]
const appearance = (to: string) => item(to, 'Язык и оформление', 'Тіл және безендіру', 'Language and appearance')
const footer = [
  item('/help', 'Как здесь учиться', 'Мұнда қалай оқуға болады', 'How learning works'),
  item('/terms', 'Условия обучения', 'Оқу шарттары', 'Terms of learning'),
  item('/accessibility', 'Доступность', 'Қолжетімділік', 'Accessibility'),
  item('/certificates', 'Проверить сертификат', 'Сертификатты тексеру', 'Check a certificate'),
  item('/cookies', 'Файлы cookie', 'Cookie файлдары', 'Cookies'),
  item('/trust', 'Обещания и подтверждения', 'Уәделер мен дәлелдер', 'Promises and evidence'),
  item('/privacy', 'Политика конфиденциальности', 'Құпиялық саясаты', 'Privacy policy'),
  item('/contacts', 'Помощь и контакты', 'Көмек және байланыс', 'Help and contact'),
]
/** Schools that take minors lead to what applies to them; others that hear of children's data, to where it is reported. */
const aboutMinors = (policy: Context['policy']) => takesMinors(policy) ? [rulesOfMinors] : takesReports(policy) ? [reports] : []
const rulesOfMinors = item('/minors', 'Если вам нет 18', 'Егер 18-ге толмасаңыз', 'If you are under 18')
const reports = item('/minors/report', 'Сообщить о данных ребёнка', 'Бала деректері туралы хабарлау', 'Report the data of a child')
const told = item('/notices', 'Уведомления', 'Хабарламалар', 'Notices')
const mine = [item('/me', 'Моё обучение', 'Менің оқуым', 'My learning'), item('/me/enquiries', 'Мои обращения', 'Менің сауалдарым', 'My enquiries'), item('/me/data', 'Мои данные', 'Менің деректерім', 'My data'), item('/me/profile', 'Профиль и вход', 'Профиль және кіру', 'Profile and sign-in')]
const myRules = item('/me/rules', 'Правила для меня', 'Маған қатысты ережелер', 'Rules for me')
const enquiries = item('/office/enquiries', 'Обращения', 'Сауалдар', 'Enquiries')
const workplaces: Record<string, School['workplace']> = {
  teacher: item('/teach', 'Проверка работ', 'Жұмыстарды тексеру', 'Review'),
  operator: item('/office', 'Кабинет школы', 'Мектеп кеңсесі', 'Office'),
  'privacy-officer': item('/privacy-office', 'Защита данных', 'Деректерді қорғау', 'Privacy office'),
  support: item('/office/people', 'Поддержка людей', 'Адамдарға қолдау', 'Support for people'),
}

/** Places with a name of their own. Menu items are known by where they lead: these, and nothing else, can be noted as pressed. */
export const namedPlaces: ReadonlyMap<string, Text> = new Map([item('/', 'Главная', 'Басты бет', 'Home'), ...nav, ...footer, ...mine, told, enquiries, ...Object.values(workplaces)].map(each => [each!.to, each!.label]))

/** What every page of a school shows around its content. */
export function frameOf({ policy, site, actor, now }: Context, { book, settings }: Pick<Site, 'book' | 'settings'>, { cookies, refusesByItself, path }: At): School {
  return {
    slug: site, name: policy.name, tagline: settings.tagline, theme: settings.theme, zone: settings['time-zone'], nav, footer: [appearance(actor.person ? '/me/settings' : '/settings'), ...footer, ...aboutMinors(policy)], demo: false,
    stresses: settings.stresses, pictures: picturesOf(settings),
    policy: { version: String(policy.version.number), date: policy.version.inForceFrom },
    notices: noticesAt(book, now).map(({ version, from, summary }) => ({ text: comingSentence(summary, from, settings['time-zone']), to: `/privacy/versions/${version}` })),
    contact: contactLine(policy),
    outside: noticeAddress(policy, site),
    ...mustAsk({ policy }, cookies, refusesByItself) && path !== '/cookies' && { ask: cookieQuestion({ policy }, path) },
    account: [...actor.role === 'support' ? [enquiries] : [], ...mine, ...tellsRules(policy) ? [myRules] : []],
    ...actor.person && { told },
    workplace: workplaces[actor.role],
  }
}
