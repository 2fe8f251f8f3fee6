// Support: whoever writes to the school gets a number, a day and an answer; both sides read one history of it.
import type { Database } from '#platform/database/database.ts'
import { sql } from 'kysely'
import { offerVisitorsRights } from './prove-claims.ts'
import { offerConsultations } from './consultations.ts'
import { answerByLetter } from './prove-requests.ts'
import { answerEach, answerEnquiries, offerByMail, offerContactForm, offerHistory, retainEnquiries } from './controls.ts'

export { addressOf } from './addresses.ts'
export { answerTicket, closeTicket, moveTicket } from './answer.ts'
export { answerInTheirLanguage, childReportsStanding, openAnswered, ticketsAmong } from './for-others.ts'
export { ask, askAsGuest, countSending } from './ask.ts'
export { askingIn, type Asking } from './asking.ts'
export { cliCommands } from './cli.ts'
export { EnquiryForm } from './enquiry-form.tsx'
export { hand } from './given.ts'
export { notSolved, writeMore } from './go-on.ts'
export { guestKey } from './keys.ts'
export { alertLate, eraseOld, jobs } from './jobs.ts'
export { letters } from './letters.ts'
export { makeRequest } from './make-request.ts'
export { messages } from './messages.ts'
export { receiveLetter } from './receive-letter.ts'
export { recordEnquiry } from './record.ts'
export { routes } from './routes.tsx'
export { deskRolesOf, enquiriesWaiting } from './show-desk.ts'
export { addGuest, admitGuest, openTicket, type Opened } from './ticket.ts'
export { deskOf, sendsLetters, topicsOf } from './topics.ts'
export const controls = [offerContactForm, answerEnquiries, answerEach, offerHistory, offerByMail, offerConsultations, offerVisitorsRights, answerByLetter, retainEnquiries]

/** Of these, which are guests who were written down. */
export const arrived = async (db: Database, ids: readonly string[]) =>
  (await db.selectFrom('support.guests').select('id').where('id', '=', sql<string>`any (${ids}::uuid[])`).execute()).map(({ id }) => id)
