import { amount, speaker } from '#platform/locale.ts'
import { DataTable, Disclosure, Icon, Link, useHere } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { Stage } from './way.ts'

/** The course as a way: each stage as long as its hours, walked as far as one has come. The same figures stand below as a table. */
export function Route({ stages, label }: { stages: Stage[]; label: string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  const inWords = ({ kind, done, all }: Stage) => kind === 'module' ? say('lessons-done', { done, all }) : say(kind)
  return (
    <>
      <ol class="course-route" aria-label={label}>
        {stages.map(stage => (
          <li class={`course-stage ${stage.state}`} aria-current={stage.state === 'now' ? 'step' : undefined}>
            <Way stage={stage} />
            <Icon name={stage.state === 'done' ? 'circle-check' : stage.state === 'now' ? 'map-pin' : stage.kind === 'module' ? 'circle' : 'flag'} />
            <div class="what">
              <p class="title"><Link to={stage.to}>{stage.title[locale]}</Link></p>
              <p class="quiet"><span class="state">{say(`stage-${stage.state}`)}</span> · {inWords(stage)}{stage.minutes > 0 && <> · {amount(stage.minutes, 'minute')[locale]}</>}</p>
            </div>
          </li>
        ))}
      </ol>
      <Disclosure summary={say('route-as-table')}>
        <DataTable caption={label} rows={stages} columns={[
          { head: say('stage'), cell: ({ title }) => title[locale] },
          { head: say('stage-state'), cell: ({ state }) => say(`stage-${state}`) },
          { head: say('lessons'), cell: inWords },
          { head: say('stage-minutes'), cell: ({ minutes }) => minutes ? amount(minutes, 'minute')[locale] : '—', number: true },
        ]} />
      </Disclosure>
    </>
  )
}

const [least, most] = [64, 280]

/** A strut as long as the stage takes, in pixels, and over it the line, which grows with the words beside it. */
function Way({ stage: { minutes, done, all } }: { stage: Stage }) {
  const walked = all ? Math.round(100 * done / all) : 0
  return (
    <span class="way" aria-hidden="true">
      <svg class="strut" width="24" height={Math.min(most, Math.max(least, Math.round(minutes * 2.5)))} />
      <svg class="line" width="24">
        <line class="ahead" x1="12" y1="0" x2="12" y2="100%" />
        {walked > 0 && <line class="walked" x1="12" y1="0" x2="12" y2={`${walked}%`} />}
      </svg>
    </span>
  )
}
