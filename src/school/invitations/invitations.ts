// Invitations: what a school has to say beyond learning. They go to those alone whose consent to that purpose stands when the job runs.
export { inviteThose, writeInvitation } from './write-invitation.ts'
export { controls } from './controls.ts'
export { jobs } from './jobs.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
