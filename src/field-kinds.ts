// What each field of each form is: which kind of data about people, or none. The coverage check compares this with the
// manifest of each school; a field that stands here nowhere is undeclared.
import type { z } from 'zod'
import type { Route } from '#platform/web/web.ts'
import type { Asked } from '#trust/collection/collection.ts'
import { isConsentField } from '#trust/consent/consent.ts'
import type { Category, Policy } from '#trust/policy/policy.ts'
import { identifierOf } from '#people/accounts/accounts.ts'

/** `nothing` is kept about nobody: it names a thing of the school, or says what to do. `identifier` is whatever people of the school sign in by; a `visit` is tied to somebody only where the school names that. */
type Kind = Category | 'nothing' | 'identifier' | 'visit'
type Fields = Record<string, Kind>

const account: Fields = {
  name: 'account.name', first_name: 'account.name', last_name: 'account.name', login: 'account.login', email: 'account.email',
  phone: 'account.phone', birth_date: 'account.birth-date', city: 'account.city', password: 'account.password',
}
const signingUp: Fields = { ...account, policy: 'policy.acceptance', agree: 'policy.acceptance' }
const minor: Fields = { ...signingUp, guardian_email: 'account.guardian' }
const why: Fields = { why: 'audit.details' }
const review: Fields = { words: 'learning.feedback' }
const enquiry: Fields = { topic: 'nothing', clause: 'nothing', version: 'nothing', right: 'rights.request', words: 'communication.request', wished: 'communication.request' }
const work = '/teach/submissions/:work'

const kinds: Record<string, Fields> = {
  '/uploads': {}, '/visits': { view: 'nothing', seconds: 'visit', element: 'visit' },
  '/cookies': { answer: 'consent.record', functional: 'consent.record', analytics: 'consent.record' },
  '/me/data/ask': { kind: 'rights.request', wish: 'rights.request' },
  '/me/data/erase': { sure: 'nothing' },
  '/privacy-office/requests/:id': { granted: 'rights.request', done: 'rights.request', kept: 'rights.request', why: 'rights.request' },
  '/privacy-office/requests/:id/reveal': { reason: 'audit.details' },
  ...Object.fromEntries(['consent', 'service', 'law', 'protection'].map(ground => [`/privacy-office/disclosures/new/${ground}`, { person: 'nothing', recipient: 'nothing', body: 'nothing', demand: 'nothing', article: 'nothing', reason: 'nothing', secret_until: 'nothing', secret_by: 'nothing', scope: 'nothing' } satisfies Fields])),
  '/privacy-office/policy/draft': { saving: 'nothing', file: 'nothing', manifest: 'nothing', 'next-file': 'nothing', next: 'nothing' },
  '/privacy-office/policy/propose': { date: 'nothing', hour: 'nothing' }, '/privacy-office/policy/approve': { saving: 'nothing' },
  '/privacy-office/holds': { person: 'nothing', category: 'nothing', ground: 'nothing', until: 'nothing' },
  '/privacy-office/recipients/:id/told': { way: 'nothing' }, '/privacy-office/recipients/:id/erased': { confirmation: 'nothing' },
  '/api/v1/purposes/probe': { purpose: 'nothing', category: 'nothing', function: 'nothing', person: 'nothing' },
  '/api/v1/egress/probe': { host: 'nothing', fields: 'nothing', purpose: 'nothing' },
  '/privacy-office/audit/views': { name: 'audit.details', act: 'audit.details', kind: 'audit.details', role: 'audit.details', outcome: 'audit.details', subject: 'audit.details', actor: 'audit.details', from: 'audit.details', to: 'audit.details' },
  '/privacy-office/audit/views/drop': { id: 'nothing' }, '/privacy-office/audit/export': { purpose: 'audit.details', words: 'audit.details' },
  '/me/profile': account, '/api/v1/me': account,
  '/me/settings': { locale: 'nothing', theme: 'nothing', time_zone: 'nothing' },
  '/settings': { locale: 'nothing', theme: 'nothing' },
  '/sign-in': account, '/sign-in/link': { email: 'account.email' },
  '/me/security/password': { current: 'account.password', password: 'account.password' },
  '/api/v1/sessions': { identifier: 'identifier', password: 'account.password' },
  '/recover': { ...account, code: 'account.password' }, '/recover/:token': account, '/recover/hands/:token': { ...account, code: 'account.password' },
  '/me/recovery/address': { value: 'identifier', current: 'account.password' },
  '/sign-up/age': { ...account, age: 'nothing' },
  '/sign-up': signingUp, '/api/v1/people': { ...minor, age: 'nothing' },
  '/sign-up/minor': minor, '/guardian': { email: 'account.guardian' }, '/guardian/:id/move': { email: 'account.guardian' }, '/guardian/:id/end': { sure: 'nothing' }, '/guardian/:id/withdraw': { sure: 'nothing' },
  '/minors/report': { account: 'communication.request', relation: 'communication.request', words: 'communication.request', name: 'communication.request', email: 'communication.request' },
  '/privacy-office/child-reports': { account: 'identifier', ticket: 'nothing' }, '/privacy-office/child-reports/:id/remove': { address: 'nothing', name_fits: 'nothing', learning: 'nothing', age: 'nothing' },
  '/office/people/find': { who: 'identifier' },
  '/office/people/invite': { role: 'nothing', identifier: 'identifier' },
  '/office/people/:id/look': why, '/office/people/:id/suspend': why, '/office/people/:id/restore': why, '/office/people/:id/reset': why, '/office/people/:id/vouch': why,
  '/office/people/:id/correct': account, '/office/people/:id/role': { role: 'nothing' }, '/office/people/:id/address': { value: 'identifier' },
  '/invite/:token': account, '/invite/:token/first': account,
  '/contacts': { ...enquiry, name: 'communication.request', email: 'communication.request' },
  '/me/rules': { words: 'communication.request' }, '/me/enquiries': enquiry, '/me/enquiries/:ticket': enquiry, '/enquiries/:ticket': enquiry, '/contacts/data': { email: 'communication.request' }, '/contacts/data/:claim/erase': { sure: 'nothing' }, '/enquiries/:ticket/erase': { sure: 'nothing' },
  '/office/enquiries/record': {
    ...enquiry, channel: 'nothing', arrived: 'communication.request', account: 'identifier', name: 'communication.request', email: 'communication.request', phone: 'communication.request',
  },
  '/office/enquiries/:ticket/answer': { ...enquiry, close: 'nothing', settled: 'communication.request' }, '/office/enquiries/:ticket/close': { reason: 'communication.request' }, '/office/enquiries/:ticket/move': { topic: 'nothing' },
  '/reviews/suggestions': { words: 'communication.review' },
  '/reviews': { course: 'nothing', stars: 'communication.review', words: 'communication.review', signed: 'communication.review', publish: 'consent.record' },
  '/office/reviews': { review: 'nothing', approve: 'communication.review', reason: 'communication.review' },
  '/office/courses/runs': { run: 'nothing', access_days: 'nothing', answer_days: 'nothing' },
  '/office/courses/teachers': { run: 'nothing', person: 'nothing' },
  '/office/courses/:course/publish': { current: 'nothing' }, '/office/courses/import': { file: 'nothing' },
  '/api/v1/attempts/:attempt/answers': { question: 'nothing', answer: 'learning.results' },
  '/learn/:run/test/:attempt/:number': { answer: 'learning.results', go: 'learning.results' },
  '/learn/:run/assignment': { words: 'learning.work' },
  '/learn/:run/assignment/file': { file: 'learning.work', upload: 'nothing', words: 'learning.work', described: 'learning.work', keep: 'nothing' },
  '/learn/:run/assignment/reply': review, '/learn/:run/assignment/consent': { consent: 'consent.record', signed: 'learning.work' },
  '/api/v1/runs/:run/assignment/tickets': { keep: 'nothing' },
  '/office/courses/plan': { course: 'nothing', opens: 'nothing' }, '/office/assignments/:run': { anonymous: 'nothing' },
  '/teach/snippets': { id: 'nothing', kk: 'learning.feedback', ru: 'learning.feedback', en: 'learning.feedback' }, '/teach/snippets/remove': { id: 'nothing' },
  '/teach/progress/:run/export': { purpose: 'nothing' },
  '/teach/due': { run: 'nothing', due: 'nothing' },
  [`${work}/hold`]: { over: 'nothing' },
  [`${work}/notes`]: { ...review, note: 'nothing', snippet: 'nothing', x: 'learning.feedback', y: 'learning.feedback', from: 'learning.feedback', to: 'learning.feedback' },
  [`${work}/gallery`]: { place: 'nothing' },
  [`${work}/notes/remove`]: { note: 'nothing' },
  [`${work}/review`]: { ...review, outcome: 'learning.results', seen: 'nothing', over: 'nothing', snippet: 'nothing', 'snippet-*': 'nothing', 'level-*': 'learning.results', 'comment-*': 'learning.feedback' },
  [`${work}/reply`]: review, [`${work}/learner`]: why,
  '/api/v1/enrolments': { course: 'learning.choice', language: 'learning.choice' },
  '/learn/:run/:lesson/check': { question: 'nothing', answer: 'learning.results' },
  '/learn/:run/:lesson/note': { words: 'learning.notes', saving: 'nothing', join: 'nothing' }, '/api/v1/runs/:run/lessons/:lesson/note': { words: 'learning.notes', saving: 'nothing' },
  '/me/cards/answer': { question: 'nothing', rating: 'learning.repetition' },
  '/me/data/restrict': { until: 'rights.request' }, '/me/data/dispute': { field: 'nothing', wish: 'rights.request' }, '/me/data/object': { use: 'nothing', wish: 'rights.request' },
  '/me/rhythm': { days: 'learning.plan', remind: 'learning.plan', agree: 'consent.record' }, '/me/consents/:consent/switch': { to: 'nothing' },
  '/office/invitations': { consent: 'nothing', kk: 'nothing', ru: 'nothing', en: 'nothing' },
  '/learn/:run/:lesson/place': { place: 'learning.progress' }, '/api/v1/runs/:run/lessons/:lesson/place': { place: 'learning.progress' },
  '/learn/:run/language': { language: 'learning.choice', lesson: 'nothing' },
  '/certificates/:number/name': { shown: 'learning.certificate' },
  '/office/certificates/reissue': { number: 'nothing', why: 'nothing' },
  '/office/certificates/revoke': { number: 'nothing', reason: 'learning.certificate', why: 'learning.certificate' },
}

/** Forms that answer only in a school whose manifest names this kind of data; anywhere else there is no such page. */
export const onlyWith: Record<string, Category> = { '/sign-in/link': 'account.email', '/sign-up/minor': 'account.guardian', '/guardian': 'account.guardian', '/guardian/:id/move': 'account.guardian' }

/** Every field that these routes ask for in a school, sent by a form or by a program, with what it is. */
export function fieldsAsked(routes: readonly Route[], policy: Policy): Asked[] {
  return routes.flatMap(route => {
    const needs = onlyWith[route.path]
    if (needs && !policy.data.some(({ category }) => category === needs)) return []
    return (namesIn(route, policy) ?? Object.keys(kinds[route.path] ?? {}).filter(() => takesBody(route))).map(field => ({ form: route.path, field, category: categoryOf(kinds[route.path]?.[field] ?? (isConsentField(field) ? 'consent.record' : undefined), policy) }))
  })
}

const takesBody = ({ kind, method }: Route) => kind !== 'page' && method !== 'GET' && method !== 'DELETE'

/** What its schema names. Undefined for one that reads its form by itself: there the table above stands alone. */
function namesIn(route: Route, policy: Policy): string[] | undefined {
  if (!takesBody(route)) return []
  if (route.kind === 'action') {
    const form = typeof route.form === 'function' ? route.form({ policy }) : route.form
    return form ? shapeOf((form as { schema?: z.ZodType }).schema) : []
  }
  return route.kind === 'api' ? shapeOf(typeof route.takes === 'function' ? route.takes({ policy }) : route.takes) ?? [] : undefined
}

const shapeOf = (schema: z.ZodType | undefined) => schema && 'shape' in schema ? Object.keys(schema.shape as object) : undefined

function categoryOf(kind: Kind | undefined, policy: Policy): Asked['category'] {
  if (kind === 'identifier') return identifierOf(policy) === 'login' ? 'account.login' : 'account.email'
  if (kind === 'visit') return policy.data.some(({ category }) => category === 'technical.interaction') ? 'technical.interaction' : null
  return kind === 'nothing' ? null : kind
}
