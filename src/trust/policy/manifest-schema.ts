// The shape of a manifest, without its promises: those are the controls' to describe.
import { z } from 'zod'
import { Duration, Within } from '#trust/law/law.ts'

export const Said = z.strictObject({ ru: z.string().min(1), kk: z.string().min(1), en: z.string().min(1) })
export const Id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
export const LedgerId = z.string().regex(/^(MQ|LP|MX|CL|WD)-\d{3}$/)
const Day = z.iso.date()

export const categories = [
  'account.name', 'account.login', 'account.email', 'account.phone', 'account.birth-date', 'account.city', 'account.dates', 'account.settings', 'account.password', 'account.sessions', 'account.guardian',
  'learning.choice', 'learning.progress', 'learning.results', 'learning.work', 'learning.feedback', 'learning.certificate', 'learning.notes', 'learning.repetition', 'learning.plan',
  'communication.request', 'communication.review', 'communication.mail',
  'technical.security', 'technical.interaction', 'consent.record', 'policy.acceptance', 'audit.trail', 'audit.details', 'rights.request', 'disclosure.record',
] as const
/** A category of personal data: the first word of a column's note and of the manifest's `data`. */
export const Category = z.enum(categories)
export type Category = (typeof categories)[number]

const Contact = z.strictObject({
  channel: z.enum(['e-mail', 'phone', 'post', 'form', 'telegram']),
  value: z.union([z.string().min(1), Said]),
  for: z.array(z.enum(['privacy', 'rights', 'support', 'security', 'consultation'])).min(1),
  hours: Said,
  answer: Within,
  subject: z.string().optional(),
})
const Operator = z.strictObject({
  name: Said,
  bin: z.string().regex(/^\d{12}$/),
  address: Said,
  responsible: z.strictObject({ name: Said, duty: Said, email: z.email() }),
  contacts: z.array(Contact).min(1),
})
/** What data may serve; `beyond` learning only with a consent of its own. Sale, advertising and marketing have no place here: that is how they are refused. */
export const serves = ['learning', 'account', 'contact', 'support', 'security', 'law', 'improvement', 'operation', 'beyond'] as const
export type Serves = (typeof serves)[number]
const Purpose = z.strictObject({ id: Id, serves: z.enum(serves), what: Said })
const Data = z.strictObject({
  category: Category,
  what: Said,
  why: Said,
  purposes: z.array(Id).min(1),
  basis: Id,
  source: z.enum(['person', 'automatic', 'partner']),
  needed: z.boolean(),
  recipients: z.array(Id),
  term: z.union([Id, Said]),
})
const Recipient = z.strictObject({
  id: Id,
  name: Said,
  function: Said,
  country: z.string().regex(/^[A-Z]{2}$/),
  ground: z.enum(['operation', 'analytics', 'payment']),
  data: z.array(Category),
  fields: z.array(z.string().min(1)).min(1),
  purpose: Id,
  hosts: z.array(z.string().min(1)),
  standard: z.string().min(1),
  agreement: z.strictObject({ number: z.string().min(1), until: Day }),
  certificate: z.strictObject({ number: z.string().min(1), until: Day }),
  assessment: z.strictObject({ by: z.union([z.string().min(1), Said]), on: Day, result: z.enum(['fit', 'fit-with-conditions']) }),
  safeguard: Said.optional(),
  /** The special agreement under which data may leave the country. Without one in force the way abroad is shut. */
  transfer: z.strictObject({ number: z.string().min(1), until: Day }).optional(),
})
export const fieldNames = ['name', 'first-name', 'last-name', 'email', 'login', 'phone', 'birth-date', 'city', 'password'] as const
const Cookie = z.strictObject({ name: z.string().min(1), category: z.enum(['necessary', 'functional', 'analytics']), purpose: Said, life: z.union([z.literal('session'), Duration]) })
/** What the school asks a consent of its own for. Its words are kept as they were read; a new `version` of them is asked anew. `stops`: what ends when it is withdrawn, `public`: whether anything of it is shown to everyone. */
const Consent = z.strictObject({
  id: Id, purpose: Id, data: z.array(Category).min(1), recipients: z.array(Id), public: z.boolean(), version: z.int().min(1), for: Duration.optional(), 'at-sign-up': z.boolean().optional(),
  title: Said, asks: Said, stops: z.array(Said).min(1),
})
export type Consent = z.infer<typeof Consent>
const Field = z.strictObject({ field: z.enum(fieldNames), category: Category, purpose: Id, needed: z.boolean(), why: Said })
const Age = z.union([
  z.literal('none'),
  z.strictObject({ asks: z.enum(['statement', 'birth-date']), from: z.int().min(1).max(21), 'guardian-from': z.int().min(1).max(21).optional(), conditions: z.array(Said).min(1).optional(), why: Said }),
])

export const manifestShape = {
  schema: z.literal(1),
  law: Id,
  effective: z.union([z.literal('earliest'), Day]),
  change: z.strictObject({ reason: z.enum(['operation', 'law', 'functions']), affects: z.enum(['rights-or-uses', 'details']), summary: Said }).optional(),
  name: Said,
  operator: Operator,
  summary: z.array(Said).length(7),
  purposes: z.array(Purpose).min(1),
  data: z.array(Data).min(1),
  recipients: z.array(Recipient),
  consents: z.array(Consent).optional(),
  cookies: z.array(Cookie),
  registration: z.strictObject({ identifier: z.enum(['e-mail', 'login']), confirmed: z.boolean(), fields: z.array(Field).min(1) }),
  age: Age,
  rights: z.array(z.strictObject({ right: Id, what: Said, way: z.enum(['profile', 'support', 'authority']), within: Within.optional() })).min(1),
}
const Parts = z.strictObject(manifestShape)
export type ManifestParts = z.infer<typeof Parts> & { chapters: unknown }
/** A sentence as it stands in the file: id, words, one verb with its rule, ledger ids. */
export const chapterShape = { id: Id, title: Said, plain: Said }
export const promiseShape = { id: Id, says: Said, keeps: z.array(LedgerId).optional() }
