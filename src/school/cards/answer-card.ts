import { z } from 'zod'
import { dateIn } from '#platform/clock/clock.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { personOf } from '#school/enrolment/enrolment.ts'
import { noteLearnt } from '#school/rhythm/rhythm.ts'
import { cardAsking } from './find-cards.ts'
import { scheduled, type Rating } from './schedule.ts'

const myself = async ({ actor }: Context) => actor.person ?? undefined

/** Turns the cards on or off. Off, the plan stays as it is until it is deleted. */
export const turnCards = command('cards.turn', {
  input: z.strictObject({ on: z.boolean() }),
  load: myself,
  may: (actor, person) => isSelf(actor, person) && actor.role === 'learner',
  run: ({ db, now }, person, { on }) => db.insertInto('cards.decks').values({ person, is_on: on, changed_at: now })
    .onConflict(clash => clash.columns(['site', 'person']).doUpdateSet({ is_on: on, changed_at: now })).execute(),
  audit: (person, { on }) => ({ subject: person, details: String(on) }),
})

/** Forgets every answer given to cards and when they were to come back. The answers in the lessons are not of this. */
export const clearCards = command('cards.clear', {
  input: z.strictObject({}),
  load: myself,
  may: (actor, person) => isSelf(actor, person),
  async run({ db }, person) {
    await db.deleteFrom('cards.cards').where(personOf('cards.cards.enrolment'), '=', person).execute()
    await db.deleteFrom('cards.decks').where('person', '=', person).execute()
  },
  audit: person => ({ subject: person }),
})

/** One of the four answers. A card that is not due was answered a moment ago in another window: it is answered once. */
export const answerCard = command('cards.answer', {
  input: z.strictObject({ question: z.uuid(), rating: z.coerce.number().int().min(1).max(4) }),
  async load(ctx: Context, { question }) {
    if (!ctx.actor.person) return undefined
    // Held until the end, so that two windows answer one after the other.
    await ctx.db.selectFrom('cards.decks').select('person').where('person', '=', ctx.actor.person).forUpdate().executeTakeFirst()
    return cardAsking(ctx, question)
  },
  may: actor => actor.role === 'learner',
  async run(ctx, { card, enrolment, question, due, answers }, { rating }) {
    const { db, now } = ctx
    const day = dateIn(now, ctx.zone)
    if (due > day) throw new Refusal(409, 'cards.answered-already')
    const id = card ?? uuidv7()
    const plan = scheduled([...answers, { rating: rating as Rating, day }])
    if (card) await db.updateTable('cards.cards').set(plan).where('id', '=', id).execute()
    else await db.insertInto('cards.cards').values({ id, enrolment, question, ...plan }).execute()
    await db.insertInto('cards.answers').values({ id: uuidv7(), card: id, rating, at: now }).execute()
    noteLearnt(ctx)
    return plan
  },
  audit: (_, { question }, __, { person }) => ({ subject: person, details: question }),
})

/** Takes the last answer back, whichever card it was: the card stands as it stood before. */
export const undoAnswer = command('cards.undo', {
  input: z.strictObject({}),
  load: ({ db, actor }: Context) => db.selectFrom('cards.answers as a').innerJoin('cards.cards as c', 'c.id', 'a.card').select(['a.id', 'c.id as card', 'c.question'])
    .where(personOf('c.enrolment'), '=', actor.person).orderBy('a.at', 'desc').orderBy('a.id', 'desc').limit(1).forUpdate('c').executeTakeFirst(),
  may: actor => actor.role === 'learner',
  async run(ctx, { id, card, question }) {
    const { db } = ctx
    await db.deleteFrom('cards.answers').where('id', '=', id).execute()
    const before = await cardAsking(ctx, question)
    if (!before) throw new Refusal(409, 'cards.cannot-undo')
    if (before.answers.length > 1) await db.updateTable('cards.cards').set(scheduled(before.answers)).where('id', '=', card).execute()
    else await db.deleteFrom('cards.cards').where('id', '=', card).execute()
  },
  audit: ({ question }, _, __, { person }) => ({ subject: person, details: question }),
})
