import { dayOf } from '#platform/clock/clock.ts'
import { speaker } from '#platform/locale.ts'
import { Crumbs, Link, List, Notice, Opening, Reading, Row, SealExplained, Time, useHere, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { InForce, showSupplement } from './show.ts'

const Version = ({ of: { version, from } }: { of: { version: number; from: string } }) => {
  const say = speaker(messages, useHere().locale)
  return <>{say('version', { version })} <Time at={dayOf(from)} as="date" /></>
}

/** Where each of them is read, with version and day. */
export const SupplementLinks = ({ of, here }: { of: readonly InForce[]; here: Here }) =>
  <List>{of.map(each => <Row icon="file-text" to={`/privacy/supplements/${each.id}`} title={each.said[here.locale].title} note={<Version of={each} />} />)}</List>

export function ListPage({ supplements, here }: { supplements: InForce[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Crumbs label={say('policy')} items={[{ to: '/privacy', label: say('policy') }]} />
      <Opening title={say('title')} lead={say('lead')} />
      <SupplementLinks of={supplements} here={here} />
      {here.actor.person && <p><Link to="/me/rules">{say('which-are-mine')}</Link></p>}
    </Reading>
  )
}

export function SupplementPage({ found: { shown, current, versions }, here }: { found: Awaited<ReturnType<typeof showSupplement>>; here: Here }) {
  const say = speaker(messages, here.locale)
  const { title, text } = shown.said[here.locale]
  const others = versions.filter(({ version }) => version !== shown.version)
  return (
    <article class="document policy">
      <Crumbs label={say('title')} items={[{ to: '/privacy/supplements', label: say('title') }]} />
      <Opening title={title}>
        <p class="version"><strong><Version of={shown} /></strong></p>
        <SealExplained of={shown.seal} label={say('seal')} />
        <p class="quiet">{say('seal')} <code>{shown.seal.slice(0, 16)}</code></p>
        {current !== shown.version && <Notice kind="warn"><p>{say('not-current')} <Link to={`/privacy/supplements/${shown.id}`}>{say('to-current')}</Link></p></Notice>}
      </Opening>
      <Reading>
        <Text text={text} />
        {others.length > 0 && <section><h2>{say('others')}</h2><ul>{others.map(each => <li><Link to={`/privacy/supplements/${shown.id}?version=${each.version}`}><Version of={each} /></Link></li>)}</ul></section>}
      </Reading>
    </article>
  )
}

const Text = ({ text }: { text: string }) => <>{text.split(/\n{2,}/).map(block => {
  if (block.startsWith('## ')) return <h2>{block.slice(3)}</h2>
  return block.startsWith('- ') ? <ul>{block.split('\n').map(line => <li>{line.replace(/^- /, '')}</li>)}</ul> : <p>{block}</p>
})}</>
