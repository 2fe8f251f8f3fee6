import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { messages } from './messages.ts'
import { DataTable } from './table.tsx'

export type Difference = { name: ComponentChildren; before?: string | undefined; after?: string | undefined; note?: ComponentChildren }

/** What was, and what is instead: in words and by colour. What is only new or only gone has one half. */
export function Diff({ items }: { items: Difference[] }) {
  const say = speaker(messages, useHere().locale)
  return (
    <dl class="diff">{items.map(({ name, before, after, note }) => (
      <div class="change">
        <dt>{name}</dt>
        {before !== undefined && before === after ? <dd>{after}</dd> : before !== undefined && <dd><span class="quiet">{say('before')}</span> <del>{before}</del></dd>}
        {after !== undefined && before !== after && <dd><span class="quiet">{say('after')}</span> <ins>{after}</ins></dd>}
        {note && <dd class="quiet">{note}</dd>}
      </div>
    ))}</dl>
  )
}

export type Criterion = { title: string; levels: { points: number; text: string }[]; /** Set where the work has been looked at. */ reached?: { points: number; words?: ComponentChildren } }

/** What a work is judged by: the levels of each criterion, or what was reached and said. */
export function Rubric({ caption, criteria }: { caption: string; criteria: Criterion[] }) {
  const say = speaker(messages, useHere().locale)
  const title = { head: say('criterion'), cell: ({ title }: Criterion) => title }
  if (!criteria.some(({ reached }) => reached)) return (
    <DataTable caption={caption} rows={criteria} columns={[title, { head: say('points'), cell: ({ levels }) => <ul>{levels.map(({ points, text }) => <li><strong>{points}</strong>: {text}</li>)}</ul> }]} />
  )
  return (
    <DataTable caption={caption} rows={criteria} columns={[
      title,
      { head: say('points'), cell: ({ levels, reached }) => say('points-of', { points: reached?.points ?? 0, most: Math.max(...levels.map(({ points }) => points)) }) },
      { head: say('comment'), cell: ({ levels, reached }) => <>{levels.find(({ points }) => points === reached?.points)?.text}{reached?.words && <p class="said-words">{reached.words}</p>}</> },
    ]} />
  )
}
