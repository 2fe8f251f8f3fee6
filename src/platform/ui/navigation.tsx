// Ways through pages: tabs, numbered pages, what opens, where one has come from.
import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { Seal } from './seal.tsx'

/** Views of one thing, each with its own address. */
export const Tabs = ({ label, items }: { label: string; items: { to: string; label: string; current?: boolean; count?: number }[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>{items.map(({ to, label, current, count }) => <li><Link to={to} {...current ? { 'aria-current': 'page' as const } : {}}>{label}{count !== undefined && <span class="count">{count}</span>}</Link></li>)}</ul>
  </nav>
)

/** The way back up: where this page belongs. */
export const Crumbs = ({ label, items }: { label: string; items: { to: string; label: string }[] }) => (
  <nav class="crumbs" aria-label={label}><ol>{items.map(({ to, label }) => <li><Link to={to}>{label}</Link></li>)}</ol></nav>
)

/** The way back to where the role of the reader is worked in; nothing for whoever has no such place, or stands in it. */
export function ToWorkplace() {
  const { school: { workplace }, path, locale } = useHere()
  return workplace && workplace.to !== path ? <Crumbs label={workplace.label[locale]} items={[{ to: workplace.to, label: workplace.label[locale] }]} /> : null
}

/** More, for whoever wants it. */
export const Disclosure = ({ summary, open, children, id }: { summary: ComponentChildren; open?: boolean; children: ComponentChildren; id?: string }) => (
  <details class="disclosure" open={open} id={id}><summary><Icon name="chevron-right" /><span>{summary}</span></summary><div>{children}</div></details>
)

/** Numbered pages, never endless. */
export function Pagination({ page, pages, to }: { page: number; pages: number; to: (page: number) => string }) {
  const { locale } = useHere()
  const say = speaker(messages, locale)
  if (pages < 2) return null
  return (
    <nav class="pagination" aria-label={say('pages')}>
      {page > 1 && <Link to={to(page - 1)} class="button secondary" rel="prev"><Icon name="arrow-left" /><span>{say('back')}</span></Link>}
      <span>{say('page', { page, pages })}</span>
      {page < pages && <Link to={to(page + 1)} class="button secondary" rel="next"><span>{say('forward')}</span><Icon name="arrow-right" /></Link>}
    </nav>
  )
}

/** Nothing here, why, and what to do about it. */
export const EmptyState = ({ title, children, action }: { title: string; children?: ComponentChildren; action?: ComponentChildren }) =>
  <div class="empty"><Seal of={title} outline /><p class="title">{title}</p>{children}{action && <div class="actions">{action}</div>}</div>
