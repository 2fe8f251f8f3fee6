// What every function of ours is for: each command, query, job, letter and listener, by its name. The school's register says which data that
// opens. The first that a school has declared stands in the log; the others add what a page shows beside its own matter. What is missing here fails a test.
import type { Serves } from '#trust/policy/policy.ts'

/** Of a whole module, unless one of its functions says otherwise below. */
const modules: Record<string, readonly Serves[]> = {
  accounts: ['account', 'contact', 'support', 'learning'],
  assessment: ['learning'],
  assignments: ['learning', 'law'], // law: the consents under which works are shown
  audit: ['law', 'security'],
  authoring: ['learning'],
  backups: ['operation', 'security', 'law'],
  cards: ['learning'],
  catalogue: ['learning', 'improvement', 'contact', 'account', 'law'],
  certificates: ['learning', 'account'], // account: whoever gave no name is called by their login
  'child-reports': ['law', 'account', 'support', 'contact'],
  cli: ['operation', 'account', 'security'],
  consent: ['law'],
  courses: ['learning'],
  demo: ['law'],
  disclosures: ['law', 'security'],
  enrolment: ['learning'],
  evidence: ['law'],
  files: ['learning', 'operation'],
  information: ['learning'],
  invitations: ['contact', 'account', 'learning', 'beyond', 'law'],
  interaction: ['improvement', 'law'],
  jobs: ['operation', 'contact', 'account', 'law'],
  learning: ['learning'],
  minors: ['law', 'account', 'contact', 'learning'],
  notes: ['learning'],
  notifications: ['contact', 'account', 'learning'],
  office: ['operation', 'contact', 'account'],
  'outside-links': ['learning', 'security'],
  'policy-desk': ['law'],
  processors: ['law', 'security'],
  publication: ['law'],
  purposes: ['law'],
  recovery: ['account', 'security', 'contact'],
  retention: ['law'],
  rhythm: ['learning', 'account', 'law'],
  rights: ['law'],
  rules: ['law', 'learning', 'support', 'contact', 'account'],
  supplements: ['law'],
  'sign-in': ['account', 'security', 'contact', 'law'],
  'sign-up': ['account', 'contact', 'support', 'learning', 'security', 'law'],
  staff: ['account', 'contact', 'support', 'learning', 'security'],
  support: ['support', 'contact', 'account'],
}

const own: Record<string, readonly Serves[]> = {
  'assignments.open': ['learning', 'law', 'security'], // a look at a learner's data that has been opened, with its reason
  'sign-up.drop-unconfirmed': ['law'], 'support.erase-old': ['law'], // erasures
  'office.overview': ['operation', 'contact', 'account', 'security', 'learning'], // what waits, and the latest deeds
  'enrolment.enrol': ['learning', 'account', 'law'], // whether a guardian decides along with whoever enrols
  'courses.assign-teacher': ['learning', 'account'], // whether the account of whoever will teach is in use
}

const notices = ['request-asked', 'request-answered', 'restriction-ended', 'copy-ready', 'transfer-refused', 'enquiry-asked', 'enquiry-late', 'enquiry-answered', 'reset-begun', 'password-reset', 'mine', 'read', 'read-all']

/** What goes on for somebody whose data rests, whatever it is for: what they must be told, and what only takes back. */
const goingOn = new Set([
  ...notices.map(name => `notifications.${name}`), 'enrolment.leave', 'catalogue.withdraw-review', 'catalogue.drop-reminder', 'catalogue.stop-trajectory', 'assignments.withdraw-showing',
  'notes.remove', 'cards.clear', 'rhythm.drop',
])
export const goesOn = (name: string): boolean => goingOn.has(name)

/** Undefined for a function of no known module. */
export const servesOf = (name: string): readonly Serves[] | undefined => own[name] ?? modules[name.split('.')[0]!]
