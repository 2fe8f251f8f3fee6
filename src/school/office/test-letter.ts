import { z } from 'zod'
import { uuidv7 } from '#platform/ids.ts'
import { queueMail, type Templates } from '#platform/mail/mail.ts'
import { Refusal } from '#platform/refusal.ts'
import { command, type Context } from '#trust/audit/audit.ts'
import { recipientOf } from '#people/accounts/accounts.ts'
import { messages } from './messages.ts'

/** A letter to oneself: whether letters leave this house at all. */
export const sendTestLetter = command('office.test-letter', {
  input: z.strictObject({}),
  load: async ctx => ctx.actor.person ? { person: ctx.actor.person, recipient: await recipientOf(ctx.db, ctx.actor.person) } : undefined,
  may: actor => actor.role === 'operator',
  async run(ctx, { person, recipient }) {
    if (!recipient) throw new Refusal(409, 'office.no-address')
    await queueMail(ctx.db, { person, template: 'office.test', about: uuidv7(), now: ctx.now })
  },
  audit: ({ person }) => ({ subject: person }),
})

export const letters: Templates<Context> = {
  async 'office.test'(ctx, { person }) {
    const recipient = await recipientOf(ctx.db, person)
    return recipient && { to: recipient.to!, subject: messages['test-subject'][recipient.locale], text: messages['test-text'][recipient.locale] }
  },
}
