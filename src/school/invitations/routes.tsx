import { action, page, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { InvitationPage, invitationForm, InvitationsPage } from './pages.tsx'
import { showInvitation, showInvitations } from './show-invitations.ts'
import { writeInvitation } from './write-invitation.ts'

const place = '/office/invitations'

export const routes: Route[] = [
  page(place, { access: 'operator', sample: {} }, (ctx: Context) => showInvitations(ctx, {}),
    (shown, here) => ({ title: messages.title[here.locale], body: <InvitationsPage shown={shown} here={here} /> })),
  action(place, { access: 'operator', on: place, form: invitationForm, sample: null, why: 'goes out under a consent that a school names for it; walked in invitations.test.ts' }, async (ctx: Context, input: object) => {
    await writeInvitation(ctx, input)
    return { to: place, said: 'invitations.kept' }
  }),
  page('/invitations/:id', { access: 'signed-in', sample: null, why: 'is there for whoever agreed to such; walked in invitations.test.ts' }, (ctx: Context, { params }) => showInvitation(ctx, params),
    (shown, here) => ({ title: messages.title[here.locale], body: <InvitationPage shown={shown} here={here} /> })),
]
