import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf } from '#trust/audit/audit.ts'
import { lockedAttempt } from './attempt-commands.ts'
import { deadlineOf } from './find-attempts.ts'
import { questionIn } from './questions/questions.ts'

/** Marks a question to be looked at again before submitting, or takes the mark off. It counts for nothing. */
export const flagQuestion = command('assessment.flag', {
  input: z.strictObject({ attempt: z.uuid(), question: z.uuid(), flagged: z.boolean() }),
  load: lockedAttempt,
  may: (actor, { person }) => isSelf(actor, person),
  async run({ db, now }, attempt, { question, flagged }) {
    const end = deadlineOf(attempt)
    if (attempt.submitted_at) throw new Refusal(409, 'assessment.submitted-already')
    if (end && end <= now) throw new Refusal(409, 'assessment.time-over')
    if (!await questionIn(db, attempt.id, question)) throw new Refusal(404, 'common.not-found')
    if (flagged) await db.insertInto('assessment.flags').values({ id: uuidv7(), attempt: attempt.id, question, at: now }).onConflict(clash => clash.columns(['site', 'attempt', 'question']).doNothing()).execute()
    else await db.deleteFrom('assessment.flags').where('attempt', '=', attempt.id).where('question', '=', question).execute()
  },
  audit: ({ person }, { attempt }) => ({ subject: person, details: `attempt ${attempt}` }),
})
