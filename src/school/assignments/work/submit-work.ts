import { z } from 'zod'
import { announce } from '#platform/events/events.ts'
import { keepFiles } from '#platform/files/files.ts'
import { uuidv7 } from '#platform/ids.ts'
import { Refusal } from '#platform/refusal.ts'
import { seal } from '#platform/sealing/sealing.ts'
import { command, isSelf, type Context } from '#trust/audit/audit.ts'
import { drawAlias } from '../nameless/nameless.ts'
import { noteLearnt } from '#school/rhythm/rhythm.ts'
import { mineToSend, mustBeOpen, type Mine } from './my-work.ts'
import { purpose } from './start-upload.ts'

export const Words = z.string().trim().max(100_000)
export const Described = z.string().trim().max(300)

/** Sends a work. What was sent before stays as it was; this is the next one. */
export const submitWork = command('assignments.submit', {
  input: z.strictObject({ run: z.string().max(120), words: Words, described: Described.optional(), file: z.uuid().optional() }),
  load: (ctx, { run }) => mineToSend(ctx, run),
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  async run(ctx, mine, { words, described = '', file }) {
    mustBeOpen(ctx, mine)
    const needsFile = mine.assignment.kind === 'photo' || mine.assignment.kind === 'file'
    if (needsFile && !file) throw new Refusal(422, 'assignments.choose-file', {}, { field: 'file' })
    if (!needsFile && !words) throw new Refusal(422, 'assignments.write-something', {}, { field: 'words' })
    const { person } = mine.enrolment
    if (file) await keepFiles(ctx, { ids: [file], person, purpose })
    const work = await workFor(ctx, mine)
    const [take, number] = [uuidv7(), mine.pieces.takes.length + 1]
    const sealed = seal(ctx, { table: 'assignments.takes', row: take, person }, { words, described })
    await ctx.db.insertInto('assignments.takes').values({ id: take, work, number, file: file ?? null, sent_at: ctx.now, ...sealed }).execute()
    await announce(ctx.db, 'assignments.sent', { person, about: work })
    noteLearnt(ctx)
    return { work, take, number }
  },
  audit: ({ enrolment }, _, { take, number }) => ({ subject: enrolment.person, details: `${number} ${take}` }),
})

async function workFor(ctx: Context, { enrolment, assignment, pieces, nameless }: Mine): Promise<string> {
  if (pieces.work) return pieces.work.id
  const id = uuidv7()
  const alias = nameless ? await drawAlias(ctx, enrolment.run) : null
  await ctx.db.insertInto('assignments.works').values({ id, person: enrolment.person, enrolment: enrolment.id, run: enrolment.run, assignment: assignment.id, begun_at: ctx.now, alias }).execute()
  return id
}
