// What no school of ours needs: numbers of cards, accounts and identity papers. They are told by their form and stopped at the door.
export { refuseNumbers, watchDoor } from './controls.ts'
export { masked, numbersIn } from './detect.ts'
export { kinds, type Found, type Kind } from './runs.ts'
export { messages } from './messages.ts'
import { refuseNumbers } from './controls.ts'
export const controls = [refuseNumbers]
