// Cards: the questions of one's lessons, brought back before they are forgotten. For whoever turns it on, and nobody is reminded of what they let be.
export { answerCard, clearCards, turnCards, undoAnswer } from './answer-card.ts'
export { cardsDue } from './find-cards.ts'
export { minutesFor } from './schedule.ts'
export { Day } from './cards-page.tsx'
export { routes } from './routes.tsx'
export { messages } from './messages.ts'
