/** What people are told about. `often` may come many times a day: then one letter stands for all that wait unread. `silent`: a letter of its own goes out about it, or the notice is all that was agreed to. */
export const kinds = {
  'work-returned': { often: false },
  'work-accepted': { often: false },
  'teacher-replied': { often: true },
  'work-sent': { often: true },
  'learner-replied': { often: true },
  'certificate-issued': { often: false },
  'certificate-revoked': { often: false },
  'request-answered': { often: false },
  'restriction-ended': { often: false },
  'request-asked': { often: true },
  'transfer-refused': { often: true },
  'copy-ready': { often: false },
  'data-passed-on': { often: false },
  'planned-day': { often: false },
  'course-open': { often: false },
  'invitation': { often: false, silent: true },
  'enquiry-asked': { often: true },
  'enquiry-late': { often: true },
  'reset-begun': { often: false, silent: true },
  'password-reset': { often: false, silent: true },
  'came-of-age': { often: false, silent: true },
  'enquiry-answered': { often: false, silent: true },
} as const satisfies Record<string, { often: boolean; silent?: true }>

export type Kind = keyof typeof kinds
type Lettered = { [K in Kind]: (typeof kinds)[K] extends { silent: true } ? never : K }[Kind]
/** Those a letter of ours goes out about. */
export const lettered = (Object.keys(kinds) as Kind[]).filter((kind): kind is Lettered => !('silent' in kinds[kind]))
export const isKind = (kind: string): kind is Kind => kind in kinds
