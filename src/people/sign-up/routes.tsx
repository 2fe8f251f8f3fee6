import { action, api, page, type Outcome, type Route } from '#platform/web/web.ts'
import { Refusal } from '#platform/refusal.ts'
import { onTo, placeInside } from '#platform/place.ts'
import type { Context } from '#trust/audit/audit.ts'
import { ageRuleOf, identifierOf, refuseImpossibleBirth } from '#people/accounts/accounts.ts'
import { conditionsOf, takesMinors } from '#people/minors/minors.ts'
import { clientOf, deviceCookies, lookAtLink, type Entered } from '#people/sign-in/sign-in.ts'
import { bandOfBirth, forgetAge, noteAge, readNote } from './age-note.ts'
import { ageForm, minorForm, signUpForm } from './forms.ts'
import { messages } from './messages.ts'
import { confirmAddress, register, registrationOf } from './register.ts'
import { ConfirmPage, SentPage, SignUpPage } from './sign-up-page.tsx'

type Said = { age?: 'adult' | 'minor' | 'child'; birth_date?: string }

export const routes: Route[] = [
  page('/sign-up', { access: 'visitor', sample: {} },
    async (ctx: Context, { cookies }) => ({
      note: readNote(ctx, cookies), Fields: signUpForm(ctx.policy).Fields, MinorFields: minorForm(ctx.policy).Fields, conditions: conditionsOf(ctx), byEmail: identifierOf(ctx.policy) === 'email', version: String(ctx.policy.version.number),
      AgeFields: ageRuleOf(ctx.policy) && ageForm(ctx.policy).Fields,
    }),
    (shown, here) => ({ title: messages.title[here.locale], body: <SignUpPage {...shown} here={here} /> })),

  // Nothing is written: what was said goes back to the browser, sealed.
  action('/sign-up/age', { access: 'visitor', on: '/sign-up', form: (ctx: Context) => ageForm(ctx.policy), sample: null, why: 'the question differs by school' },
    async (ctx: Context, { age = 'adult', birth_date: birthDate }: Said, { cookies, query }) => {
      if (birthDate) refuseNoBirth(ctx, birthDate)
      return { to: onTo('/sign-up', query.next), cookies: noteAge(ctx, cookies, birthDate ? { band: bandOfBirth(ctx, birthDate), birthDate } : { band: age }) }
    }),

  action('/sign-up', { access: 'visitor', on: '/sign-up', form: (ctx: Context) => signUpForm(ctx.policy), sample: null, why: 'makes a person of its own' },
    async (ctx: Context, fields: Record<string, unknown>, at) => {
      const note = readNote(ctx, at.cookies)
      if (note ? note.band !== 'adult' : ageRuleOf(ctx.policy)?.asks === 'statement') return { to: onTo('/sign-up', at.query.next) }
      if (typeof fields.birth_date === 'string' && ageRuleOf(ctx.policy)?.asks === 'birth-date' && bandOfBirth(ctx, fields.birth_date) !== 'adult')
        return { to: '/sign-up', cookies: noteAge(ctx, {}, { band: bandOfBirth(ctx, fields.birth_date) }) }
      const { next } = at.query
      const { waits, entered } = await register(ctx, { fields, ...(note && { age: note.band }), next, client: clientOf(at) })
      return entered ? welcome(ctx, entered, identifierOf(ctx.policy) === 'login' ? onTo('/me/recovery', next) : placeInside(next) ?? '/me/recovery') : { to: onTo(waits ? '/sign-up/sent' : '/sign-in', next), cookies: [forgetAge] }
    }),

  // The note stays: whoever said this cannot say otherwise a minute later.
  action('/sign-up/minor', { access: 'visitor', on: '/sign-up', form: forMinors, sample: null, why: 'makes a person of its own' },
    async (ctx: Context, { guardian_email: guardian, ...fields }: Record<string, unknown>, at) => {
      const note = readNote(ctx, at.cookies)
      if (note?.band !== 'minor') return { to: onTo('/sign-up', at.query.next) }
      await register(ctx, { fields: { ...fields, ...note.birthDate && { birth_date: note.birthDate } }, age: 'minor', guardian: String(guardian), next: at.query.next, client: clientOf(at) })
      return { to: '/sign-up/waiting' }
    }),

  page('/sign-up/sent', { access: 'everyone', sample: {} }, async () => ({}), (_, here) => ({ title: messages['sent-title'][here.locale], body: <SentPage here={here} /> })),

  page('/confirm/:token', { access: 'everyone', sample: { params: { token: 'none' } } },
    async (ctx: Context, { params }) => ({ token: params.token!, good: await lookAtLink(ctx.db, 'confirm', params.token!, ctx.now) !== undefined }),
    (shown, here) => ({ title: messages['confirm-title'][here.locale], body: <ConfirmPage {...shown} here={here} />, head: { robots: 'noindex' } })),

  action('/confirm/:token', { access: 'everyone', sample: null, why: 'needs a letter' },
    async (ctx: Context, _, at) => {
      const found = await confirmAddress(ctx, { token: at.params.token!, client: clientOf(at) })
      if ('waiting' in found) return { to: '/sign-up/waiting' }
      return 'choosing' in found ? { to: `/recover/${found.choosing}`, said: 'sign-up.choose-password', cookies: [forgetAge] } : welcome(ctx, found, placeInside(at.query.next) ?? '/me', 'sign-up.confirmed')
    }),

  api('POST', '/api/v1/people', { access: 'visitor', status: 201, does: { ru: 'Зарегистрироваться с полями этой школы.', kk: 'Осы мектептің өрістерімен тіркелу.', en: 'Sign up with the fields of this school.' }, takes: (ctx: Context) => registrationOf(ctx.policy), sample: null, why: 'makes a person of its own' },
    async (ctx: Context, { age, guardian_email: guardian, ...fields }: Record<string, unknown>, at) => {
      const { waits, guarded, entered } = await register(ctx, { fields, ...age !== undefined && { age: age as 'adult' }, ...typeof guardian === 'string' && { guardian }, client: clientOf(at) })
      return { state: guarded ? 'waits-for-guardian' : waits ? 'confirm-by-e-mail' : 'active', ...(entered && { person: entered.person, session: entered.token }) }
    }),
]

const welcome = (ctx: Context, entered: Entered, to: string, said?: `${string}.${string}`): Outcome =>
  ({ to, session: entered.token, cookies: [forgetAge, ...deviceCookies(ctx, entered)], ...(said && { said }) })

/** A date that cannot be one is a slip of the pen, not an age. */
function refuseNoBirth(ctx: Context, birthDate: string) {
  if (bandOfBirth(ctx, birthDate) === 'adult' || birthDate > ctx.now.toISOString()) refuseImpossibleBirth(ctx, birthDate)
}

/** 404 where the school takes no minors: then there is no such form. */
function forMinors({ policy }: Context) {
  if (!takesMinors(policy)) throw new Refusal(404, 'common.not-found')
  return minorForm(policy)
}
