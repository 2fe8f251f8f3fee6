import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { sendPath } from './controls.ts'
import { visitorForm } from './forms.ts'
import { messages } from './messages.ts'
import { MessagesPage } from './messages-page.tsx'
import { sendMessage } from './send-message.ts'
import { markAnswered, showMessages } from './show-messages.ts'

const why = 'only in schools whose manifest names a term for it; tried across schools in contact.test.ts'

export const routes: Route[] = [
  action(sendPath, { access: 'visitor', on: '/contacts', form: visitorForm, sample: null, why }, async (ctx: Context, input: { name?: string; reach: string; words: string }, { client }) => {
    await sendMessage(ctx, { ...input, client })
    return { to: '/contacts', said: 'contact.sent' }
  }),
  page('/office/messages', { access: ['operator', 'support'], sample: {} }, (ctx: Context) => showMessages(ctx, {}), (rows, here) => ({ title: messages.title[here.locale], body: <MessagesPage rows={rows} here={here} /> })),
  action('/office/messages/:message/answered', { access: ['operator', 'support'], on: '/office/messages', sample: null, why }, async (ctx: Context, _, { params }) => {
    await markAnswered(ctx, { message: params.message })
    return { to: '/office/messages', said: 'contact.marked' }
  }),
]
