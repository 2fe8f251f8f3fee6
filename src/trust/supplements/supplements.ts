// Supplements: rules of their own for a programme or for minors, beside the policy. What was published once is read for ever as it was.
export { controls, namedIn, type Supplement } from './controls.ts'
export { keepSupplements } from './keep.ts'
export { supplementsIn, type SupplementFile } from './read-files.ts'
export { asPlain, inForce, type InForce } from './show.ts'
export { SupplementLinks } from './pages.tsx'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
