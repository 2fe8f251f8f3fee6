import { speaker } from '#platform/locale.ts'
import { Button, Link, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { AccountTabs } from './account-tabs.tsx'
import { guestSettingsForm, settingsForm } from './forms.ts'
import { messages } from './messages.ts'

export function SettingsPage({ account, here }: { account: { locale: string | null; theme: string | null; time_zone: string | null }; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <AccountTabs current="settings" here={here} />
      <Opening title={say('settings')} lead={say('settings-lead')} />
      <Post to="/me/settings">
        <settingsForm.Fields here={here} values={account} />
        <Button>{say('save')}</Button>
      </Post>
    </Reading>
  )
}

/** For guests: kept in a cookie only where the school has that kind and the guest has allowed it. */
export function GuestSettingsPage({ chosen, kept, offered, here }: { chosen: Record<string, string | undefined>; kept: boolean; offered: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('settings')} />
      <Notice><p>{say(kept ? 'guest-kept' : 'guest-session')}{offered && !kept && <> <Link to="/cookies">{say('cookie-choices')}</Link></>}</p></Notice>
      <Post to="/settings">
        <guestSettingsForm.Fields here={here} values={{ locale: here.locale, theme: chosen.theme }} />
        <Button>{say('save')}</Button>
      </Post>
    </Reading>
  )
}
