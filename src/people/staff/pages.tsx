import { speaker } from '#platform/locale.ts'
import { Actions, Button, Card, Crumbs, DataTable, Disclosure, Facts, Link, Opening, Pagination, Post, Reading, Tabs, Time, ToWorkplace, type Form, type Here } from '#platform/ui/ui.ts'
import { roleName } from '#trust/audit/audit.ts'
import type { DrawnFields } from '#people/sign-in/sign-in.ts'
import { messages as accounts } from '#people/accounts/accounts.ts'
import { findForm, lookForm, resetForm, roleForm, standingForm } from './forms.ts'
import { messages } from './messages.ts'
import { rolesHere } from './people-office.ts'

type Plain = { id: string; role: string; state: string; registered_at: Date; last_sign_in_at: Date | null }
const stateName = (state: string, { locale }: Here) => accounts[`state-${state}` as 'state-active'][locale]

export function PeoplePage({ people, page, pages, all, role, here }: { people: Plain[]; page: number; pages: number; all: number; role: (typeof rolesHere)[number] | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <ToWorkplace />
      <Opening title={say('people')} lead={say('people-lead')}>
        {here.actor.role === 'operator' && <Actions><Button to="/office/people/invite">{say('invite')}</Button></Actions>}
      </Opening>
      <Post to="/office/people/find"><findForm.Fields here={here} /><Button kind="secondary" icon="search">{say('find')}</Button></Post>
      <Tabs label={say('by-role')} items={[undefined, ...rolesHere].map(each => ({ to: each ? `/office/people?role=${each}` : '/office/people', label: say(each ? `all-${each}` : 'everybody'), current: each === role, ...each === role && { count: all } }))} />
      <DataTable caption={say(role ? `all-${role}` : 'people')} rows={people} empty={say('nobody-in-role')} columns={[
        { head: say('person'), cell: ({ id }) => <Link to={`/office/people/${id}`}>{id.slice(0, 8)}</Link> },
        { head: say('role'), cell: ({ role }) => roleName(role, here.locale) },
        { head: say('state'), cell: ({ state }) => stateName(state, here) },
        { head: say('registered'), cell: ({ registered_at }) => <Time at={registered_at} /> },
        { head: say('last-sign-in'), cell: ({ last_sign_in_at }) => last_sign_in_at ? <Time at={last_sign_in_at} /> : say('never') },
      ]} />
      <Pagination page={page} pages={pages} to={each => `/office/people?${role ? `role=${role}&` : ''}page=${each}`} />
    </>
  )
}

const ToPeople = ({ here: { locale } }: { here: Here }) => <Crumbs label={messages.people[locale]} items={[{ to: '/office/people', label: messages.people[locale] }]} />

export function InvitePage({ Fields, here }: { Fields: DrawnFields; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <ToPeople here={here} />
      <Opening title={say('invite')} lead={say('invite-lead')} />
      <Post to="/office/people/invite"><Fields here={here} /><Button>{say('send-invitation')}</Button></Post>
    </Reading>
  )
}

export type ShownPerson = {
  plain: Plain; Address: Pick<Form, 'Fields' | 'cameBack'>; Profile: DrawnFields; until: Date | undefined; origin: string
  open: Record<string, string | null> | undefined
  links: { id: string; token: string | null; expires_at: Date }[]
  byLetter: boolean
  half: { vouched: boolean; token: string | null; code: string | null; opens_at: Date; expires_at: Date } | undefined
}

export function PersonPage({ shown, here }: { shown: ShownPerson; here: Here }) {
  const say = speaker(messages, here.locale)
  const { plain } = shown
  return (
    <Reading>
      <ToPeople here={here} />
      <Opening title={`${say('person')} ${plain.id.slice(0, 8)}`} lead={`${roleName(plain.role, here.locale)}, ${stateName(plain.state, here)}`} />
      <Invited shown={shown} here={here} />
      <Half shown={shown} here={here} />
      {shown.open ? <Data open={shown.open} until={shown.until!} here={here} /> : <Covered id={plain.id} here={here} />}
      {shown.open && here.actor.role === 'privacy-officer' && <Correction shown={shown} open={shown.open} here={here} />}
      {here.actor.role === 'operator' && here.actor.person !== plain.id && <Standing shown={shown} here={here} />}
      {['operator', 'privacy-officer'].includes(here.actor.role) && <p><Link to={`/privacy-office/disclosures?person=${plain.id}`}>{say('disclose')}</Link></p>}
      {['operator', 'privacy-officer'].includes(here.actor.role) && <p><Link to={`/privacy-office/holds?person=${plain.id}`}>{say('keep-for-law')}</Link></p>}
    </Reading>
  )
}

function Data({ open, until, here }: { open: Record<string, string | null>; until: Date; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Card title={say('data')} foot={<>{say('open-until')} <Time at={until} as="moment" /></>}>
      <Facts items={Object.entries(open).filter(([, value]) => value !== null).map(([name, value]) => ({ name: accounts[name as 'name'][here.locale], value }))} />
    </Card>
  )
}

/** Only beside what has been opened: whoever corrects has said why they look. */
function Correction({ shown: { plain, Profile }, open, here }: { shown: ShownPerson; open: Record<string, string | null>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Card title={say('correct')}>
      <p>{say('correct-lead')}</p>
      <Post to={`/office/people/${plain.id}/correct`}><Profile here={here} values={open} /><Button>{say('correct-save')}</Button></Post>
    </Card>
  )
}

function Covered({ id, here }: { id: string; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Card title={say('covered')}>
      <p>{say('covered-lead')}</p>
      <Post to={`/office/people/${id}/look`}><lookForm.Fields here={here} /><Button>{say('reveal')}</Button></Post>
    </Card>
  )
}

function Invited({ shown: { links, origin }, here }: { shown: ShownPerson; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!links.length) return null
  return (
    <Card title={say('links')} tone="hi">
      <p>{say('links-lead')}</p>
      {links.map(({ token, expires_at }) => <p><code>{`${origin}/${here.locale}/invite/${token}`}</code> <Time at={expires_at} as="moment" /></p>)}
    </Card>
  )
}

/** Of a way back in two hands: the operator's link, or the officer's word and code. */
function Half({ shown: { plain, half, origin }, here }: { shown: ShownPerson; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!half) return null
  const isOfficer = here.actor.role === 'privacy-officer'
  return (
    <Card title={say('half')} tone="hi">
      <p>{say(isOfficer ? 'half-officer-lead' : 'half-operator-lead')}</p>
      {half.token && <p><code>{`${origin}/${here.locale}/recover/hands/${half.token}`}</code></p>}
      {half.code && <p><code>{half.code}</code></p>}
      {isOfficer && !half.vouched && <Post to={`/office/people/${plain.id}/vouch`}><resetForm.Fields here={here} /><Button>{say('vouch')}</Button></Post>}
      {!isOfficer && <p>{say(half.vouched ? 'half-vouched' : 'half-waits')}</p>}
      <p>{say('half-from')} <Time at={half.opens_at} as="moment" />, {say('half-until')} <Time at={half.expires_at} as="moment" /></p>
    </Card>
  )
}

function Standing({ shown: { plain, Address, byLetter }, here }: { shown: ShownPerson; here: Here }) {
  const say = speaker(messages, here.locale)
  const to = (what: string) => `/office/people/${plain.id}/${what}`
  const step = plain.state === 'suspended' ? 'restore' as const : 'suspend' as const
  return (
    <>
      {['active', 'suspended'].includes(plain.state) && (
        <Disclosure summary={say(step)} open={standingForm.cameBack(here)}>
          {step === 'suspend' && <p>{say('suspend-lead')}</p>}
          <Post to={to(step)}><standingForm.Fields here={here} /><Button kind={step === 'suspend' ? 'danger' : 'primary'}>{say(step)}</Button></Post>
        </Disclosure>
      )}
      {plain.state === 'active' && <>
        <Disclosure summary={say('reset')} open={resetForm.cameBack(here)}>
          <p>{say(byLetter ? 'reset-lead-letter' : 'reset-lead')}</p>
          <Post to={to('reset')}><resetForm.Fields here={here} /><Button>{say(byLetter ? 'send-link' : 'make-link')}</Button></Post>
        </Disclosure>
        <Disclosure summary={say('address')} open={Address.cameBack(here)}>
          <p>{say('address-lead')}</p>
          <Post to={to('address')}><Address.Fields here={here} /><Button>{say('ask')}</Button></Post>
        </Disclosure>
        <Disclosure summary={say('change-role')} open={roleForm.cameBack(here)}>
          <Post to={to('role')}><roleForm.Fields here={here} values={{ role: plain.role }} /><Button>{say('change-role')}</Button></Post>
        </Disclosure>
      </>}
    </>
  )
}

export function InvitationPage({ token, found, Fields, here }: { token: string; found: { role: string; identifierKnown: boolean } | undefined; Fields: DrawnFields | undefined; here: Here }) {
  const say = speaker(messages, here.locale)
  if (!found || !Fields) return <Reading><Opening title={say('welcome')} lead={say('link-gone')} /></Reading>
  return (
    <Reading>
      <Opening title={say('welcome')} lead={say('welcome-lead', { role: roleName(found.role, here.locale) })} />
      <Post to={`/invite/${token}${found.identifierKnown ? '' : '/first'}`}><Fields here={here} /><Button>{say('accept')}</Button></Post>
    </Reading>
  )
}
