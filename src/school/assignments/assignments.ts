// Assignments: what learners hand in, what teachers say about it, and who may see it: those two sides and nobody else.
//   work/   the learner's side: the task, sending, versions, replies
//   nameless/  review without names, and what of a learner stays closed
//   snippets/  a teacher's own words for comments
//   gallery/  works that everybody may see, each by a consent of its own
//   desk/   the teacher's side: the queue, marks on a photo or lines of a text, criteria, giving back
// Events, `about` the work: assignments.sent, .returned, .accepted, .answered (by the learner), .replied (by a teacher).
export { importAssignment, writtenAssignment } from './import-assignment.ts'
export { dueOf, duesBetween, setDue } from './due.ts'
export { answersSince, datesOf, reviewsGiven, sidesOf, worksOf } from './my-works.ts'
export { givenTo, standingsIn, standingsOf, type WorkStanding } from './standing.ts'
export { worksWaiting, type WorksWaiting } from './works-waiting.ts'
export { holdWork } from './desk/hold-work.ts'
export { listWorks } from './desk/list-works.ts'
export { noteOnWork, removeNote } from './desk/note-on-work.ts'
export { openWork } from './desk/open-work.ts'
export { reviewWork } from './desk/review-work.ts'
export { consentToShow, withdrawShowing } from './gallery/consent.ts'
export { hasGallery } from './gallery/gallery.ts'
export { placeWork } from './gallery/place-work.ts'
export { consentsOf } from './gallery/consents-of.ts'
export { lookAtLearner } from './nameless/look-at-learner.ts'
export { setNaming } from './nameless/set-naming.ts'
export { keepSnippet, removeSnippet } from './snippets/keep-snippet.ts'
export { reply } from './work/reply.ts'
export { showAssignment } from './work/show-assignment.ts'
export { sendFile } from './work/send-file.ts'
export { startUpload } from './work/start-upload.ts'
export { submitWork } from './work/submit-work.ts'
export { showFile } from './show-file.ts'
export { controls } from './controls.ts'
export { messages } from './messages.ts'
export { routes } from './routes.tsx'
