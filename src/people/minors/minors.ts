// Minors: who learns with a guardian's yes, what is off for them, and how it ends.
export { ConditionsCard, conditionsOf, type Conditions } from './conditions.tsx'
export { forgetGuardian, guardedAlready, guardianOf, guardianSaidYes, nameGuardian, takesMinors } from './guardianships.ts'
export { hand } from './given.ts'
export { comeOfAge, dropUnanswered, forgetEnded, jobs } from './jobs.ts'
export { letters } from './letters.ts'
export { routes } from './routes.tsx'
export { controls } from './controls.ts'
export { messages } from './messages.ts'
