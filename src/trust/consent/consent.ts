// Consent: what a visitor or a member has allowed, asked before it happens and as easy to refuse as to give.
import { cookieControls } from './controls.ts'
import { registerControls } from './register/controls.ts'
import { registerRoutes } from './register/routes.tsx'
import { cookieRoutes } from './routes.tsx'

export { allows, askedIn, cookiesFor, mustAsk, readChoice, type Category, type Choice } from './choice.ts'
export { cookieQuestion } from './question.ts'
export { isConsentField, keepAtSignUp, signUpConsents } from './register/at-sign-up.ts'
export { consentNamed } from './register/declared.ts'
export { hand } from './register/given.ts'
export { decideForMinor, giveConsent, withdrawConsent } from './register/give.ts'
export { keepConsent } from './register/record.ts'
export { consentsFor, type ShownConsent } from './register/show.ts'
export { allowed, consentStands, givenByThemselves, peopleAllowing } from './register/standing.ts'
export { messages } from './messages.ts'

export const controls = [...cookieControls, ...registerControls]
export const routes = [...cookieRoutes, ...registerRoutes]
