// The forms in which people say something about themselves, in words: "My data" and the copy tell which of them a kind of data came by.
import type { Text } from '#platform/locale.ts'
import type { Route } from '#platform/web/web.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { fieldsAsked } from './field-kinds.ts'

const named = (ru: string, kk: string, en: string): Text => ({ ru, kk, en })
const signUp = named('регистрация', 'тіркелу', 'sign-up')
const signIn = named('вход', 'кіру', 'sign-in')
const profile = named('профиль', 'профиль беті', 'profile')
const recovery = named('восстановление доступа', 'кіруді қалпына келтіру', 'recovery of access')
const enquiry = named('обращение в школу', 'мектепке сауал', 'enquiry to the school')
const request = named('запрос о данных', 'деректер туралы өтініш', 'request about data')
const review = named('отзыв о курсе', 'курс туралы пікір', 'review of a course')
const test = named('тест', 'тест беті', 'test')
const work = named('сдача работы', 'жұмыс тапсыру', 'handing in work')
const note = named('запись к уроку', 'сабаққа жазба', 'note in a lesson')
const invitation = named('приглашение', 'шақыру', 'invitation')
const choice = named('запись на курс', 'курсқа жазылу', 'enrolment')

/** By the address a form is sent to, or by how it begins, the one met first at the top. What staff fill in is not here: that is not given by the person. */
const names: [string, Text][] = [
  ['/sign-up', signUp], ['/api/v1/people', signUp], ['/guardian', signUp], ['/invite', invitation],
  ['/minors/report', named('сообщение о данных ребёнка', 'бала деректері туралы хабар', 'report of a child’s data')],
  ['/sign-in', signIn], ['/api/v1/sessions', signIn],
  ['/me/profile', profile], ['/api/v1/me', profile],
  ['/me/security', named('безопасность', 'қауіпсіздік беті', 'security')], ['/recover', recovery], ['/me/recovery', recovery],
  ['/contacts', enquiry], ['/me/rules', enquiry], ['/me/enquiries', enquiry], ['/enquiries', enquiry],
  ['/me/data', request], ['/reviews', review],
  ['/cookies', named('выбор файлов cookie', 'cookie файлдарын таңдау', 'choice of cookies')], ['/me/consents', named('согласия', 'келісімдер', 'consents')],
  ['/me/rhythm', named('ритм недели', 'апта ырғағы', 'rhythm of the week')], ['/me/cards', named('карточки повторения', 'қайталау карточкалары', 'review cards')],
  ['/api/v1/attempts', test], ['/learn/:run/test', test], ['/learn/:run/assignment', work], ['/learn/:run/consultation', named('консультация', 'кеңес алу', 'consultation')],
  ['/api/v1/enrolments', choice], ['/learn/:run/language', choice],
  ['/learn/:run/:lesson/check', named('вопрос в уроке', 'сабақтағы сұрақ', 'question in a lesson')], ['/learn/:run/:lesson/note', note], ['/api/v1/runs/:run/lessons/:lesson/note', note],
  ['/certificates', named('имя на сертификате', 'сертификаттағы есім', 'name on a certificate')],
]
const nameOf = (form: string): Text | undefined => names.find(([begins]) => form === begins || form.startsWith(`${begins}/`))?.[1]

const known = new WeakMap<Policy, Map<string, Text[]>>()

/** Which forms of a school with this policy ask for each kind of data, by kind. */
export function formsOf(routes: readonly Route[], policy: Policy): Map<string, Text[]> {
  const seen = known.get(policy)
  if (seen) return seen
  const found = new Map<string, Text[]>()
  const asked = fieldsAsked(routes, policy)
  for (const name of new Set(names.map(([, name]) => name)))
    for (const category of new Set(asked.flatMap(({ form, category }) => category && nameOf(form) === name ? [category] : []))) found.set(category, [...found.get(category) ?? [], name])
  known.set(policy, found)
  return found
}
