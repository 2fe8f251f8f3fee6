import { z } from 'zod'
import { makeTicket, mediaTypes, pictures, type Kind } from '#platform/files/files.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, isSelf } from '#trust/audit/audit.ts'
import { mineToSend, mustBeOpen } from './my-work.ts'

export const purpose = 'assignments.work'
const megabyte = 1024 * 1024

/** What each kind of assignment takes. Text and code are written into the page. */
export const accepted: Record<string, { accepts: readonly Kind[]; most: number }> = {
  photo: { accepts: pictures, most: 40 * megabyte },
  file: { accepts: [...pictures, 'pdf', 'text', 'zip'], most: 60 * megabyte },
}

export const Wished = z.strictObject({ keep: z.boolean().default(false) })

/** Permission to send the file of a work. Camera settings are kept only when their owner says so. */
export const startUpload = command('assignments.start-upload', {
  input: Wished.extend({ run: z.string().max(120) }),
  load: (ctx, { run }) => mineToSend(ctx, run),
  may: (actor, { enrolment }) => isSelf(actor, enrolment.person),
  run(ctx, mine, { keep }) {
    mustBeOpen(ctx, mine)
    const takes = accepted[mine.assignment.kind]
    if (!takes) throw new Refusal(409, 'assignments.no-file-here')
    return makeTicket(ctx, { purpose, person: mine.enrolment.person, ...takes, keep: keep ? 'exposure' : 'nothing' })
  },
  audit: ({ enrolment }) => ({ subject: enrolment.person }),
})

/** For the `accept` of a file field: telephones then convert a picture by themselves. */
export const mediaTypesFor = (kind: string) => (accepted[kind]?.accepts ?? []).map(each => mediaTypes[each].split(';')[0]!).join(',')
