import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, DataTable, Notice, Opening, Post, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

export type ShownVerdict = { id: string; at: Date; intact: boolean; entries: number; checkpoints: number; unsealed: number; fault_at: number | null; fault: string | null }

/** What was recomputed, against what, and where the first fault is; the last one in words, the earlier ones in a table. */
export function VerdictPage({ verdicts, here }: { verdicts: ShownVerdict[]; here: Here }) {
  const say = speaker(messages, here.locale)
  const words = (verdict: ShownVerdict) => fill(messages[verdict.intact ? 'verify-intact' : 'verify-broken'], { entries: verdict.entries, checkpoints: verdict.checkpoints, at: verdict.fault_at ?? 0, unsealed: verdict.unsealed })[here.locale]
  const [last] = verdicts
  return (
    <>
      <Crumbs label={say('log-title')} items={[{ to: '/privacy-office/audit', label: say('log-title') }]} />
      <Opening title={say('verify-title')} lead={say('verify-lead')} />
      {last && <Notice kind={last.intact ? 'ok' : 'bad'} title={words(last)}>{last.fault && <p>{say(`fault-${last.fault}` as 'fault-entry-changed')}</p>}</Notice>}
      <DataTable caption={say('verify-earlier')} rows={verdicts} empty={say('verify-none')} columns={[
        { head: say('log-at'), cell: verdict => <Time at={verdict.at} as="moment" /> },
        { head: say('verify-result'), cell: words },
      ]} />
      <Actions><Post to="/privacy-office/audit/verify"><Button>{say('log-verify')}</Button></Post><Button kind="secondary" to="/privacy-office/audit">{say('log-title')}</Button></Actions>
    </>
  )
}
