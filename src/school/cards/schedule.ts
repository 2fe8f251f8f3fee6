// When a card comes back: FSRS, the scheduler of open spaced repetition, in whole days of the school.
import { createEmptyCard, fsrs, type Card, type Grade } from 'ts-fsrs'

/** Forgotten, with effort, known, easily: the four answers of FSRS. */
export const ratings = [1, 2, 3, 4] as const
export type Rating = (typeof ratings)[number]
/** `day` is a date in the school's zone, YYYY-MM-DD. */
export type Answered = { rating: Rating; day: string }
export type Planned = { due: string; days: number }

// Without chance and without steps of minutes: what a button says is what happens, and a sitting has an end.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 })

// The scheduler counts days of UTC: a local date is given to it as the noon of that date there.
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

const next = (card: Card, { rating, day }: Answered) => scheduler.next(card, noonOf(day), rating as Grade).card
const planned = ({ due, scheduled_days }: Card): Planned => ({ due: dayOf(due), days: scheduled_days })

/** Where a card stands after these answers, the oldest first; there is at least one, that in the lesson. */
export const scheduled = (answers: Answered[]): Planned => planned(cardAfter(answers))

/** When it would come back after each of the four answers given on this day. */
export const foreseen = (answers: Answered[], day: string): Record<Rating, Planned> => {
  const card = cardAfter(answers)
  return Object.fromEntries(ratings.map(rating => [rating, planned(next(card, { rating, day }))])) as Record<Rating, Planned>
}

const cardAfter = (answers: Answered[]): Card => answers.reduce(next, createEmptyCard(noonOf(answers[0]!.day)))

/** The answer in the lesson is the first one: right, right in part, wrong. */
export const ratingOf = (fraction: number): Rating => fraction >= 1 ? 3 : fraction > 0 ? 2 : 1

/** After how many days a card first comes back, by that answer: the database plans with the same figures. */
export const firstDays = Object.fromEntries(([1, 2, 3] as const).map(rating => [rating, scheduled([{ rating, day: '2026-01-05' }]).days])) as Record<1 | 2 | 3, number>

const secondsEach = 20
export const minutesFor = (cards: number): number => Math.max(1, Math.round(cards * secondsEach / 60))
