import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

type Around = { children: ComponentChildren }

/** The opening of a page: its one h1, a sentence, the next step. */
export function Opening({ title, lead, over, children, big }: { title: string; lead?: ComponentChildren; over?: ComponentChildren; children?: ComponentChildren; big?: boolean }) {
  return (
    <header class={big ? 'opening big' : 'opening'}>
      {over && <p class="over">{over}</p>}
      <h1>{title}</h1>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </header>
  )
}

/** One column to read or to fill in. */
export const Reading = ({ children, id }: Around & { id?: string }) => <div class="reading" id={id}>{children}</div>

/** A column to read and a narrower one beside it; under each other on a phone. */
export const Columns = ({ children, aside, label }: Around & { aside: ComponentChildren; label: string }) =>
  <div class="columns"><div>{children}</div><aside aria-label={label}>{aside}</aside></div>

/** Cards of equal width, as many beside each other as fit. */
export const Grid = ({ children, small }: Around & { small?: boolean }) => <div class={small ? 'grid small' : 'grid'}>{children}</div>

type CardProps = { title?: ComponentChildren; to?: string; icon?: IconName; over?: ComponentChildren; /** Reaches to the card's edges, above everything else. */ picture?: ComponentChildren; foot?: ComponentChildren; tone?: 'plain' | 'soft' | 'hi'; level?: 2 | 3; id?: string; children?: ComponentChildren }

/** Things that belong together. With an address the whole card is one link, named by its title. */
export function Card({ title, to, icon, over, picture, foot, tone = 'plain', level = 2, id, children }: CardProps) {
  const Heading = `h${level}` as 'h2'
  return (
    <section class={`card ${tone}${to ? ' whole' : ''}`} id={id}>
      {picture && <div class="picture">{picture}</div>}
      {over && <div class="over">{over}</div>}
      {title && <Heading class="title">{icon && <Icon name={icon} />}{to ? <Link to={to}>{title}</Link> : title}</Heading>}
      {children}
      {foot && <div class="foot">{foot}</div>}
    </section>
  )
}

export const List = ({ children, label }: Around & { label?: string }) => <ul class="list" aria-label={label}>{children}</ul>

/** One of a list: what it is, a line about it, and what stands at the end (a state, a date, a button). */
export function Row({ title, to, icon, note, end, children }: { title: ComponentChildren; to?: string; icon?: IconName; note?: ComponentChildren; end?: ComponentChildren; children?: ComponentChildren }) {
  return (
    <li class={to ? 'row whole' : 'row'}>
      {icon && <Icon name={icon} />}
      <div class="what"><p class="title">{to ? <Link to={to}>{title}</Link> : title}</p>{note && <p class="quiet">{note}</p>}{children}</div>
      {end && <div class="end">{end}</div>}
    </li>
  )
}

/** Names and what they are: dates, figures, addresses. */
export const Facts = ({ items }: { items: { name: ComponentChildren; value: ComponentChildren }[] }) =>
  <dl class="facts">{items.map(({ name, value }) => <div><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
