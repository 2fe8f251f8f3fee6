// Who hears of what: the listeners of the whole product, where the modules meet.
import { on, type EventName } from '#platform/events/events.ts'
import type { Context } from '#trust/audit/audit.ts'
import * as accounts from '#people/accounts/accounts.ts'
import * as support from '#people/support/support.ts'
import * as courses from '#school/courses/courses.ts'
import * as enrolment from '#school/enrolment/enrolment.ts'
import * as assignments from '#school/assignments/assignments.ts'
import * as rhythm from '#school/rhythm/rhythm.ts'
import * as certificates from '#school/certificates/certificates.ts'
import * as notifications from '#school/notifications/notifications.ts'
import { heard } from './for-purposes.ts'

/** Who hears of what: the module above listens, the module below does not know it. */
export const listeners = heard([
  on<Context>('enrolment.completed', 'certificates.issue', async (ctx, { person, about }) => {
    const course = await enrolment.completedCourse(ctx.db, { person: person!, run: about })
    return course?.certificate === false ? undefined : issueCertificate(ctx, { person: person!, run: about })
  }),
  tellLearner('assignments.returned', 'work-returned'),
  tellLearner('assignments.accepted', 'work-accepted'),
  tellLearner('assignments.replied', 'teacher-replied'),
  tellTeachers('assignments.sent', 'work-sent'),
  tellTeachers('assignments.answered', 'learner-replied'),
  tellPerson('certificates.issued', 'certificate-issued', '/me'),
  tellPerson('certificates.revoked', 'certificate-revoked', '/me'),
  tellPerson('rights.answered', 'request-answered', '/me/data'),
  tellPerson('rights.restriction-ended', 'restriction-ended', '/me/data'),
  tellPerson('recovery.handover-begun', 'reset-begun', '/me/recovery'),
  tellPerson('recovery.came-back', 'password-reset', '/me/security'),
  tellPerson('disclosures.handed-over', 'data-passed-on', '/me/data'),
  tellPerson('minors.came-of-age', 'came-of-age', '/me/data'),
  tellPerson('rights.copy-ready', 'copy-ready', '/me/data'),
  on<Context>('catalogue.course-open', 'notifications.course-open', async (ctx, { person, about }) => notifications.tell(ctx, person!, { kind: 'course-open', about, place: `/courses/${await courses.courseNameOf(ctx.db, about)}` })),
  on<Context>('rhythm.planned-day', 'notifications.planned-day', async (ctx, { person, about }) =>
    notifications.tell(ctx, person!, { kind: 'planned-day', about, place: '/me', letter: await rhythm.wantsLetter(ctx.db, person!) })),
  tellOfficers('rights.asked', 'request-asked', '/privacy-office/requests'),
  tellDesk('support.asked', 'enquiry-asked'),
  tellDesk('support.overdue', 'enquiry-late'),
  on<Context>('support.answered', 'notifications.enquiry-answered', (ctx, { person, about }) => notifications.tell(ctx, person!, { kind: 'enquiry-answered', about, place: `/me/enquiries/${about}` })),
  on<Context>('invitations.invited', 'notifications.invitation', (ctx, { person, about }) => notifications.tell(ctx, person!, { kind: 'invitation', about, place: `/invitations/${about}` })),
  tellOfficers('processors.refused', 'transfer-refused', '/privacy-office/recipients'),
])

function tellPerson(event: EventName, kind: notifications.Kind, place: string) {
  return on<Context>(event, `notifications.${kind}`, (ctx, { person, about }) => notifications.tell(ctx, person!, { kind, about, place }))
}

function tellOfficers(event: EventName, kind: notifications.Kind, place: string) {
  return on<Context>(event, `notifications.${kind}`, async (ctx, { about }) => {
    for (const { id } of await accounts.namesInRole(ctx.db, 'privacy-officer')) await notifications.tell(ctx, id, { kind, about, place })
  })
}

/** Whoever answers enquiries on this topic. */
function tellDesk(event: EventName, kind: notifications.Kind) {
  return on<Context>(event, `notifications.${kind}`, async (ctx, { about }) => {
    const desk = await support.deskRolesOf(ctx.db, about)
    for (const role of desk?.roles ?? [])
      for (const { id } of await accounts.namesInRole(ctx.db, role)) await notifications.tell(ctx, id, { kind, about, place: `/office/enquiries/${about}` })
  })
}

function tellLearner(event: EventName, kind: notifications.Kind) {
  return on<Context>(event, `notifications.${kind}`, async (ctx, { about }) => {
    const sides = await assignments.sidesOf(ctx.db, about)
    if (sides) await notifications.tell(ctx, sides.person, { kind, about, place: `/learn/${sides.run}/assignment` })
  })
}

function tellTeachers(event: EventName, kind: notifications.Kind) {
  return on<Context>(event, `notifications.${kind}`, async (ctx, { about }) => {
    const sides = await assignments.sidesOf(ctx.db, about)
    for (const teacher of sides?.teachers ?? []) await notifications.tell(ctx, teacher, { kind, about, place: `/teach/submissions/${about}` })
  })
}

/** A certificate stands on the completion as it is recorded, and bears the name as its holder gave it. */
export async function completionOf(ctx: Context, of: { person: string; run: string }): Promise<certificates.Completion | undefined> {
  const [course, holder] = await Promise.all([enrolment.completedCourse(ctx.db, of), accounts.calledHow(ctx, of.person)])
  return course?.certificate && holder !== undefined ? { course, holder } : undefined
}
const issueCertificate = certificates.issueWith(completionOf)
