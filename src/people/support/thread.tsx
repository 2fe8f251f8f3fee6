import { speaker } from '#platform/locale.ts'
import { Link, Said as Words, Tag, Time, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

export type Said = { id: string; of_school: boolean; words: string | null; left_out: string | null; written_at: Date }
type Standing = { waits_for: string | null; closed_at: Date | null; due_by: Date }

/** The exchange, the oldest word first: the same for both sides. `asker` is what the other side is called here. */
export function Thread({ said, asker, here: { locale } }: { said: Said[]; asker: string; here: Here }) {
  const say = speaker(messages, locale)
  return (
    <section>
      <h2>{say('history')}</h2>
      <ol class="exchange">
        {said.map(({ of_school, words, left_out, written_at }) => (
          <li class={of_school ? 'of-school' : undefined}>
            <p class="quiet"><strong>{of_school ? say('school') : asker}</strong> · <Time at={written_at} as="short" /></p>
            <Words>{words}</Words>
            {left_out && <p class="quiet">{say('left-out', { names: left_out })}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function State({ of: { waits_for, closed_at, due_by }, here: { locale, now } }: { of: Standing; here: Here }) {
  const say = speaker(messages, locale)
  if (closed_at) return <Tag>{say('state-closed')}</Tag>
  if (!waits_for) return <Tag kind="ok" icon="circle-check">{say('state-answered')}</Tag>
  return due_by < now ? <Tag kind="bad" icon="triangle-alert">{say('state-late')}</Tag> : <Tag kind="info" icon="clock">{say('state-waiting')}</Tag>
}

type Talk = { wished_at: Date | null; settled_at: Date | null }

/** When the talk is, as both sides see it: the time that was wished, and the one the school has settled. */
export function talkFacts({ wished_at, settled_at }: Talk, locale: Here['locale']) {
  const say = speaker(messages, locale)
  if (!wished_at && !settled_at) return []
  return [
    { name: say('settled'), value: settled_at ? <Time at={settled_at} as="moment" /> : say('settled-not') },
    ...wished_at ? [{ name: say('wished-at'), value: <Time at={wished_at} as="moment" /> }] : [],
  ]
}

/** The clause that is asked about, as it stood in the version that was read. */
export const ClauseLink = ({ of: { clause, clause_version, clauseNumber }, here: { locale } }: { of: { clause: string | null; clause_version: number | null; clauseNumber: string | undefined }; here: Here }) =>
  <Link to={`/privacy/versions/${clause_version}#${clause}`}>{speaker(messages, locale)('clause-of', { number: clauseNumber ?? clause ?? '', version: clause_version ?? '' })}</Link>
