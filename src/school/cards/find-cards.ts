import { sql } from 'kysely'
import { z } from 'zod'
import { dateIn } from '#platform/clock/clock.ts'
import type { Text } from '#platform/locale.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { checksMet, type Asked, type Key } from '#school/assessment/assessment.ts'
import { lessonAsking } from '#school/courses/courses.ts'
import { enrolmentsOf, openEnrolmentsOf } from '#school/enrolment/enrolment.ts'
import { firstDays, foreseen, type Answered } from './schedule.ts'

type Lesson = { slug: string; title: Text }
/** One in the deck: `days` is the interval at whose end it comes back. */
export type Listed = { question: string; enrolment: string; run: string; text: Text; lesson: Lesson; due: string; days: number }
type Shown = Listed & { asked: Asked; key: Key; answers: Answered[] }

/**
 * The cards of somebody: every question they have answered in a lesson that still asks it, of the courses open to them. A card that was never
 * repeated has no row: it comes back as its first answer says. Nothing where the deck is off.
 */
const deck = ({ actor, now, zone }: Context) => sql`
  select met.*, c.id as card, lesson.lesson, coalesce(c.days, first.days) as days, coalesce(c.due, (met.at at time zone ${zone})::date + first.days) as due
  from (${checksMet(openEnrolmentsOf(actor.person!, now))}) met
    left join cards.cards c on c.enrolment = met.enrolment and c.question = met.question
    cross join lateral (select (case when met.fraction >= 1 then ${firstDays[3]} when met.fraction > 0 then ${firstDays[2]} else ${firstDays[1]} end)::int as days) first
    cross join lateral (select ${lessonAsking(sql`met.run_name`, sql`met.question`)} as lesson) lesson
  where lesson.lesson is not null and exists (select from cards.decks where person = ${actor.person} and is_on)`

const columns = sql`question, enrolment, run_name as run, asked->'text' as text, lesson, days, to_char(due, 'YYYY-MM-DD') as due`

export const showCards = query('cards.show', {
  input: z.strictObject({}),
  async find(ctx: Context) {
    const { db, actor, now, zone } = ctx
    const today = dateIn(now, zone)
    const [state, all, first, enrolments] = await Promise.all([
      db.selectFrom('cards.decks').select('is_on').where('person', '=', actor.person).executeTakeFirst(),
      sql<Listed>`select ${columns} from (${deck(ctx)}) deck order by deck.due, at limit 500`.execute(db),
      sql<Shown>`select ${columns}, asked, key, ${answersOf(zone)} as answers from (${deck(ctx)}) deck where due <= ${today} order by deck.due, at limit 1`.execute(db),
      enrolmentsOf(db, actor.person!),
    ])
    const [card] = first.rows
    return {
      today, isOn: state?.is_on ?? false, known: state !== undefined, all: all.rows, due: all.rows.filter(({ due }) => due <= today).length,
      card: card && { ...card, language: enrolments.find(({ id }) => id === card.enrolment)!.language, after: foreseen(card.answers, today) },
    }
  },
  may: actor => actor.person !== null,
  reveals: () => [],
})

export type CardsShown = Awaited<ReturnType<typeof showCards>>

/** Every answer there was to a card: the one in the lesson, then those given here. */
const answersOf = (zone: string) => sql`jsonb_build_array(jsonb_build_object('rating', case when fraction >= 1 then 3 when fraction > 0 then 2 else 1 end, 'day', to_char(at at time zone ${zone}, 'YYYY-MM-DD')))
  || (select coalesce(jsonb_agg(jsonb_build_object('rating', a.rating, 'day', to_char(a.at at time zone ${zone}, 'YYYY-MM-DD')) order by a.at, a.id), '[]') from cards.answers a where a.card = deck.card)`

/** One card by its question, locked for whoever answers it. */
export async function cardAsking(ctx: Context, question: string): Promise<(Shown & { card: string | null }) | undefined> {
  return (await sql<Shown & { card: string | null }>`select ${columns}, card, ${answersOf(ctx.zone)} as answers from (${deck(ctx)}) deck where question = ${question} order by deck.due limit 1`.execute(ctx.db)).rows[0]
}

/** For the overview of one's learning: how many wait today, and when the next one comes. Undefined where the deck is off. */
export async function cardsDue(ctx: Context): Promise<{ due: number; next: string | null } | undefined> {
  const { rows: [found] } = await sql<{ due: number; next: string | null; on: boolean }>`
    select count(*) filter (where due <= ${dateIn(ctx.now, ctx.zone)})::int as due, to_char(min(due) filter (where due > ${dateIn(ctx.now, ctx.zone)}), 'YYYY-MM-DD') as next,
      exists (select from cards.decks where person = ${ctx.actor.person} and is_on) as on from (${deck(ctx)}) deck`.execute(ctx.db)
  return found?.on ? { due: found.due, next: found.next } : undefined
}
