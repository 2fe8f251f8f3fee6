// Certificates: what somebody gets for a completed course, and how anyone can check that it is true.
export { issueWith, reissueWith, type CompletedCourse, type Completion, type FindCompletion } from './issue-certificate.ts'
export { myCertificates } from './find-certificate.ts'
export { revokeCertificate } from './revoke-certificate.ts'
export { showName } from './show-name.ts'
export { offerCertificates } from './offer-certificates.ts'
export { routesWith } from './routes.tsx'
export { messages } from './messages.ts'
