// Clock: what time it is for everyone. In a demo or a test it may start at another moment, and then ticks on from there.
import { Refusal } from '#platform/refusal.ts'

export { dateIn, dayOf, midnightOf } from './days.ts'
export { messages } from './messages.ts'

export type Clock = () => Date

/** The moment a folder's clock had reached, and how far it runs ahead of the machine's, in milliseconds. */
export type ClockMemory = { reached: string; ahead: number }

/**
 * Starts the clock of a data folder. Without `from` it goes on as far ahead as it was; with one it starts there, but only forward:
 * people, terms and logs of this folder have already lived until `reached`.
 */
export function startClock(memory: ClockMemory | undefined, from: Date | undefined, machine: Clock = () => new Date()): { now: Clock; ahead: number } {
  const ahead = from ? from.getTime() - machine().getTime() : memory?.ahead ?? 0
  const now = () => new Date(machine().getTime() + ahead)
  if (memory && from && from.getTime() < Date.parse(memory.reached)) throw new Refusal(409, 'clock.only-forward', { from: from.toISOString(), reached: memory.reached })
  return { now, ahead }
}
