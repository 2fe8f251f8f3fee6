import { action, page, type At, type Route } from '#platform/web/web.ts'
import type { Context } from '#trust/audit/audit.ts'
import { correctProfile, identifierOf, profileForm } from '#people/accounts/accounts.ts'
import { askChange } from '#people/recovery/recovery.ts'
import { clientOf, deviceCookies } from '#people/sign-in/sign-in.ts'
import { acceptForm, addressForm, findForm, inviteForm, lookForm, resetForm, roleForm, standingForm } from './forms.ts'
import { acceptInvitation, inviteStaff, lookAtInvitation } from './invite.ts'
import { messages } from './messages.ts'
import { InvitationPage, InvitePage, PeoplePage, PersonPage } from './pages.tsx'
import { findPerson, listPeople, lookAt, rolesHere, showPerson } from './people-office.ts'
import { changeRole, handOverReset, restorePerson, suspendPerson, vouchForReset } from './standing.ts'

const office = ['operator', 'support', 'privacy-officer']
const someone = { params: { id: '$learner' } }
const aPerson = '/office/people/:id'
const backTo = ({ params }: At) => `/office/people/${params.id}`

export const routes: Route[] = [
  page('/office/people', { access: office, sample: {} }, (ctx: Context, { query: { page = '1', role } }) => listPeople(ctx, { page, role: rolesHere.find(each => each === role) }),
    (listed, here) => ({ title: messages.people[here.locale], body: <PeoplePage {...listed} here={here} /> })),

  action('/office/people/find', { access: office, on: '/office/people', form: findForm, sample: { body: { who: '$learner' } } },
    async (ctx: Context, { who }: { who: string }) => ({ to: `/office/people/${await findPerson(ctx, who)}` })),

  page('/office/people/invite', { access: 'operator', sample: {} }, async (ctx: Context) => ({ Fields: inviteForm(ctx.policy).Fields }),
    (shown, here) => ({ title: messages.invite[here.locale], body: <InvitePage {...shown} here={here} /> })),

  action('/office/people/invite', { access: 'operator', on: '/office/people/invite', form: (ctx: Context) => inviteForm(ctx.policy), sample: null, why: 'makes a person of its own' },
    async (ctx: Context, input: { role: 'teacher'; identifier: string }) => ({ to: `/office/people/${(await inviteStaff(ctx, input)).person}`, said: 'staff.invited' })),

  page(aPerson, { access: office, sample: someone },
    async (ctx: Context, { params }) => ({ ...await showPerson(ctx, { id: params.id }), Address: addressForm(ctx.policy), Profile: profileForm(ctx.policy).Fields, byLetter: identifierOf(ctx.policy) === 'email', origin: ctx.address.origin }),
    (shown, here) => ({ title: messages.person[here.locale], body: <PersonPage shown={shown} here={here} /> })),

  action(`${aPerson}/look`, { access: office, on: aPerson, form: lookForm, sample: { ...someone, body: { why: 'Проверка обращения номер один' } } },
    async (ctx: Context, input: { why: string }, at) => {
      await lookAt(ctx, { person: at.params.id, ...input })
      return { to: backTo(at) }
    }),

  action(`${aPerson}/correct`, { access: 'privacy-officer', on: aPerson, form: (ctx: Context) => profileForm(ctx.policy), sample: null, why: 'its fields are those of each school' },
    async (ctx: Context, fields: Record<string, unknown>, at) => {
      await correctProfile(ctx, { person: at.params.id, fields })
      return { to: backTo(at), said: 'staff.corrected' }
    }),

  action(`${aPerson}/suspend`, { access: 'operator', on: aPerson, form: standingForm, sample: { params: { id: '$support' }, body: { why: 'Проверка приостановки доступа' } } },
    async (ctx: Context, input: { why: string }, at) => {
      await suspendPerson(ctx, { person: at.params.id, ...input })
      return { to: backTo(at), said: 'staff.suspended' }
    }),

  action(`${aPerson}/restore`, { access: 'operator', on: aPerson, form: standingForm, sample: null, why: 'needs somebody suspended' },
    async (ctx: Context, input: { why: string }, at) => {
      await restorePerson(ctx, { person: at.params.id, ...input })
      return { to: backTo(at), said: 'staff.restored' }
    }),

  action(`${aPerson}/reset`, { access: 'operator', on: aPerson, form: resetForm, sample: { ...someone, body: { why: 'Личность проверена по телефону' } } },
    async (ctx: Context, input: { why: string }, at) => {
      const { byLetter } = await handOverReset(ctx, { person: at.params.id, ...input })
      return { to: backTo(at), said: byLetter ? 'staff.link-sent' : 'staff.link-ready' }
    }),

  action(`${aPerson}/vouch`, { access: 'privacy-officer', on: aPerson, form: resetForm, sample: null, why: 'needs an operator who has begun' },
    async (ctx: Context, input: { why: string }, at) => {
      await vouchForReset(ctx, { person: at.params.id, ...input })
      return { to: backTo(at), said: 'staff.code-ready' }
    }),

  action(`${aPerson}/role`, { access: 'operator', on: aPerson, form: roleForm, sample: { params: { id: '$teacher' }, body: { role: 'teacher' } } },
    async (ctx: Context, input: { role: string }, at) => {
      await changeRole(ctx, { person: at.params.id, ...input })
      return { to: backTo(at), said: 'staff.role-changed' }
    }),

  action(`${aPerson}/address`, { access: 'operator', on: aPerson, form: (ctx: Context) => addressForm(ctx.policy), sample: null, why: 'differs by school' },
    async (ctx: Context, { value }: { value: string }, at) => {
      await askChange(ctx, { value, person: at.params.id, client: clientOf(at) })
      return { to: backTo(at), said: 'staff.address-asked' }
    }),

  page('/invite/:token', { access: 'everyone', sample: { params: { token: 'none' } } },
    async (ctx: Context, { params }) => {
      const found = await lookAtInvitation(ctx, params.token!)
      return { token: params.token!, found, Fields: found && acceptForm(ctx.policy, found.identifierKnown).Fields }
    },
    (shown, here) => ({ title: messages.welcome[here.locale], body: <InvitationPage {...shown} here={here} />, head: { robots: 'noindex' } })),

  ...[true, false].map(known => action(`/invite/:token${known ? '' : '/first'}`, { access: 'everyone', on: '/invite/:token', form: (ctx: Context) => acceptForm(ctx.policy, known), sample: null, why: 'needs an invitation' },
    async (ctx: Context, fields: Record<string, unknown>, at) => {
      const entry = await acceptInvitation(ctx, { token: at.params.token!, fields, client: clientOf(at) })
      return { to: '/me', said: 'staff.accepted', session: entry.token, cookies: deviceCookies(ctx, entry) }
    })),
]
