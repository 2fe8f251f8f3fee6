import { speaker } from '#platform/locale.ts'
import { Button, Card, Facts, Link, Opening, Post, Reading, Time, type Here } from '#platform/ui/ui.ts'
import type { FieldsProps, Html } from '#platform/ui/ui.ts'
import { roleName } from '#trust/audit/audit.ts'
import { AccountTabs } from './account-tabs.tsx'
import { messages } from './messages.ts'
import { callName } from './people.ts'

/** An account whose sealed fields have been opened. */
export type OpenAccount = {
  id: string; role: string; state: string; registered_at: Date; last_sign_in_at: Date | null
  name?: string | null; first_name?: string | null; last_name?: string | null; login?: string | null; email?: string | null
  phone?: string | null; birth_date?: string | null; city?: string | null
}

export function ProfilePage({ account, Fields, kind, here }: { account: OpenAccount; Fields: (props: FieldsProps) => Html; kind: 'email' | 'login'; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <AccountTabs current="profile" here={here} />
      <Opening title={say('profile')} lead={say('profile-lead')} />
      <Post to="/me/profile">
        <Fields here={here} values={account} />
        <Button>{say('save')}</Button>
      </Post>
      <Card title={say('entry')}>
        <Facts items={[{ name: say(kind), value: account[kind] ?? say('none') }]} />
        <p><Link to="/me/security">{say('change-entry')}</Link></p>
      </Card>
      <AccountCard account={account} here={here} />
    </Reading>
  )
}

/** What an account is, in four lines: for the profile and for the overview of one's learning. */
export function AccountCard({ account, here }: { account: OpenAccount; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Card title={say('account')}>
      <Facts items={[
        { name: say('state'), value: `${say(`state-${account.state}` as 'state-active')}, ${roleName(account.role, here.locale)}` },
        { name: say('registered'), value: <Time at={account.registered_at} /> },
        ...account.last_sign_in_at ? [{ name: say('last-sign-in'), value: <Time at={account.last_sign_in_at} as="moment" /> }] : [],
      ]} />
    </Card>
  )
}

/** "Hello, Aru": the name is used for nothing else on the page. */
export const greeting = (account: OpenAccount, here: Here) => speaker(messages, here.locale)('greeting', { name: callName(account) })
