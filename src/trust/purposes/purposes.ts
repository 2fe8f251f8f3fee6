// Purposes: whatever reads personal data says what for, and gets what the school has declared for that and nothing else.
export { cliCommands } from './cli.ts'
export { messages } from './messages.ts'
export { probePurpose, showPurposes } from './probe.ts'
export { functions, functionsOf, hand, registerOf, useOf } from './register.ts'
export { routes } from './routes.tsx'
export { handRest, refuseResting, restingFor, stoppedUses, whoStopped, type Limit, type Resting } from './at-rest.ts'
export { learnWhatRests, purposeNow, readAs, refuseUndeclared, underPurpose, withholding } from './under.ts'
