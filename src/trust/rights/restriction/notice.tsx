import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import { Button, dateInWords, Notice, type Here } from '#platform/ui/ui.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { restrictionMessages as messages } from './messages.ts'
import { restrictionsOf, type Restriction } from './standing.ts'

const showHold = query('rights.show-hold', {
  input: z.strictObject({}),
  find: async ({ db, actor, now }: Context) => ({ hold: (await restrictionsOf(db, actor.person!, now)).find(({ scope }) => scope === 'all') }),
  may: actor => actor.person !== null,
  reveals: () => [],
})

/** Whether whoever asks has put all use of their data on hold: asked beside what their page shows. */
export const holdOf = async (ctx: Context): Promise<Restriction | undefined> => ctx.actor.person ? (await showHold(ctx, {})).hold : undefined

/** On the pages of somebody who has put their data on hold: what does not work there, until when, and where to change that. */
export function RestsNotice({ hold, here }: { hold: Restriction | undefined; here: Here }) {
  if (!hold) return null
  const say = speaker(messages, here.locale)
  const date = (at: Date) => dateInWords(at, here.locale, 'moment', here.actor.zone ?? here.school.zone)
  return (
    <Notice kind="warn" title={say('rest-all')}>
      <p>{say('rest-learning')}</p>
      {hold.until_at && <p>{fill(messages['rest-until'], { from: date(hold.since), until: date(hold.until_at) })[here.locale]}</p>}
      <Button to="/me/data/restrict" kind="secondary">{say('hold-lift')}</Button>
    </Notice>
  )
}
