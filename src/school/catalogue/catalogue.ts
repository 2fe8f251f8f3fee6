// Catalogue: what anyone may see of a school, and what those who learn there say of it.
export { importCatalogue } from './import-catalogue.ts'
export { judgeReview } from './judge-review.ts'
export { withdrawReview, writeReview } from './write-review.ts'
export { suggest } from './suggest.ts'
export { startTrajectory } from './start-trajectory.ts'
export { controls } from './controls.ts'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
