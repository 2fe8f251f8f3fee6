// Publication: what a school has published as its policy. Versions, their moments, notices of change, agreement.
import { announcePolicyChange } from './announce-policy-change.ts'
import { askAcceptance } from './acceptance.ts'
import { attestResponsiblePerson, publishCookies, publishLaw, publishManifest, refuseSale, retainNothingEndless, useData, usePurposes } from './manifest-kept.ts'
import { publishCaution, publishContacts, publishPages, publishPolicy, publishRights, publishStart, publishVersions } from './pages-kept.ts'

export { announceVersion } from './announce-version.ts'
export { acceptancesOf, acceptAtRegistration, acceptByUse, noteUse, type Acceptance } from './acceptance.ts'
export { cliCommands, filesOf } from './cli.ts'
export { complianceOf, type Compliance } from './compliance.ts'
export { driftOf, type Drift } from './drift.ts'
export { changesBetween, type Change, type Part } from './changes.ts'
export { policyChangedEmail, policyStaysEmail } from './emails.ts'
export { deliveriesOf, everyone, hand, tryAgain, type Delivery, type Given } from './given.ts'
export { VersionState } from './version-state.tsx'
export { comingSentence, contactLine, dismissNotice, noticesAbout, noticesAt, noticesOf, type ComingNotice } from './notices.ts'
export { openPolicy, type Opened } from './open-policy.ts'
export { channelName, ContactLink, ContactsSection } from './rights-sections.tsx'
export { boundsOf, type Bounds } from './plan-change.ts'
export { oneAtATime, publish, readManifest, waysOf, type Way } from './publish.ts'
export { publishedOf, type Published } from './published.ts'
export { differencesIn } from './differences.tsx'
export { withdrawVersion } from './withdraw-version.ts'
export { settleNotices } from './settle-notices.ts'
export { coming, lastStanding, manifestOf, policyAt, readBook, versionAt, versionsOf, type Book, type PublishedVersion } from './versions.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
export { announcePolicyChange, askAcceptance }
export const controls = [
  announcePolicyChange, askAcceptance, attestResponsiblePerson, publishCaution, publishContacts, publishCookies, publishLaw, publishManifest, publishPages,
  publishPolicy, publishRights, publishStart, publishVersions, refuseSale, retainNothingEndless, useData, usePurposes,
]
