import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, DataTable, dateInWords, Diff, Facts, Link, Notice, Opening, Post, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import { durationText } from '#trust/law/law.ts'
import { differencesIn, messages as policyWords, VersionState } from '#trust/publication/publication.ts'
import { nextHour } from './announce.ts'
import { place } from './draft-page.tsx'
import type { Effect } from './effect.ts'
import { approveForm, proposeForm } from './forms.ts'
import { messages } from './messages.ts'
import type { Desk, OnDesk } from './show.ts'

type Shown = { desk: OnDesk; here: Here }
const isOfficer = ({ actor }: Here) => actor.role === 'privacy-officer'
const momentIn = ({ locale, school }: Here, at: Date) => dateInWords(at, locale, 'moment', school.zone)

/** The draft with its effect first, the versions below. */
export function DeskPage({ shown: { versions, current, desk }, here }: { shown: Desk; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <ToWorkplace />
      <Opening title={say('title')} lead={say('lead')} />
      {desk ? <Draft desk={desk} here={here} /> : <NoDraft here={here} />}
      <section id="versions">
        <h2>{say('versions')}</h2>
        <DataTable caption={say('versions')} rows={versions.toReversed()} columns={[
          { head: say('number'), cell: ({ number }) => <Link to={`/privacy/versions/${number}`}>{say('version', { number })}</Link> },
          { head: say('from'), cell: ({ inForceFrom }) => <Time at={inForceFrom} as="moment" /> },
          { head: say('delivery'), cell: ({ number }) => <Link to={`${place}/versions/${number}`} aria-label={`${say('delivery')}: ${say('version', { number })}`}>{say('delivery')}</Link> },
          { head: say('state'), cell: version => <><VersionState of={version} current={current} />
            {version.inForceFrom > here.now && !version.withdrawnAt && isOfficer(here) && <Post to={`${place}/versions/${version.number}/withdraw`} class="inline"><Button kind="quiet" aria-label={say('withdraw-version', { number: version.number })}>{say('withdraw')}</Button></Post>}</> },
        ]} />
      </section>
    </>
  )
}

function NoDraft({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section id="draft">
      <h2>{say('draft')}</h2>
      <p>{say(isOfficer(here) ? 'draft-none' : 'only-officer')}</p>
      {isOfficer(here) && <Actions><Button to={`${place}/draft`}>{say('begin')}</Button></Actions>}
    </section>
  )
}

function Draft({ desk, here }: Shown) {
  const say = speaker(messages, here.locale)
  const { draft, effect, summary } = desk
  return (
    <>
      <section id="draft">
        <h2>{say('draft')}</h2>
        <Facts items={[
          { name: say('draft-saved'), value: <Time at={draft.saved_at} as="moment" /> },
          ...summary ? [{ name: say('summary'), value: summary.summary[here.locale] }] : [],
        ]} />
        {isOfficer(here) && <Actions><Button kind="secondary" to={`${place}/draft`}>{say('edit')}</Button></Actions>}
      </section>
      <section id="rules"><h2>{say('rules')}</h2>{effect.rules.length ? <Diff items={differencesIn(effect.rules)} /> : <p>{say('rules-none')}</p>}</section>
      <section id="words"><h2>{say('words')}</h2>{effect.words.length ? <Diff items={differencesIn(effect.words)} /> : <p>{say('words-none')}</p>}</section>
      <Touches effect={effect} at={draft.counted_at} here={here} />
      <Announcing desk={desk} here={here} />
      {isOfficer(here) && <section id="discard"><h2>{say('discard')}</h2><Post to={`${place}/discard`}><p class="hint">{say('discard-hint')}</p><Actions><Button kind="quiet">{say('discard')}</Button></Actions></Post></section>}
    </>
  )
}

function Touches({ effect: { people, ways, rows, recipients, cookies, fields, terms }, at, here }: { effect: Effect; at: Date; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <section id="effect">
      <h2>{say('effect')}</h2>
      <Facts items={[
        { name: say('effect-people'), value: people },
        { name: say('effect-ways'), value: [say('way-bar'), ...ways.map(way => say(`way-${way}`))].join(', ') },
        { name: say('effect-rows'), value: rows.reduce((sum, kind) => sum + kind.rows, 0) },
        { name: say('effect-recipients'), value: recipients.length }, { name: say('effect-cookies'), value: cookies.length },
        { name: say('effect-fields'), value: fields.length }, { name: say('effect-terms'), value: terms.length },
      ]} />
      <p class="quiet">{say('counted', { date: momentIn(here, at) })}</p>
      {rows.length > 0 && <DataTable caption={say('rows-caption')} rows={rows} columns={[{ head: say('kind'), cell: ({ what }) => what[locale] }, { head: say('rows'), cell: kind => kind.rows, number: true }]} />}
      {terms.length > 0 && <DataTable caption={say('terms-caption')} rows={terms} columns={[
        { head: say('term-of'), cell: ({ says, of, name }) => <>{says[locale]}<br /><code class="quiet">{of} · {name}</code></> },
        { head: say('before'), cell: ({ before }) => before?.[locale] ?? say('nothing') }, { head: say('after'), cell: ({ after }) => after?.[locale] ?? say('nothing') },
      ]} />}
    </section>
  )
}

function Announcing({ desk: { draft, bounds, why, own }, here }: Shown) {
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <section id="announcing">
      <h2>{say('announcing')}</h2>
      {why ? <Notice kind="warn"><p>{policyWords[why.replace('publication.', '') as 'no-change'][locale]}</p></Notice>
        : draft.wished_from ? <Waiting from={draft.wished_from} saving={draft.saving} own={own} here={here} />
        : bounds && <>
            <p>{fill(messages[bounds.lead === 'P0D' ? 'announcing-at-once' : 'announcing-lead'], { lead: durationText(bounds.lead)[locale], earliest: momentIn(here, nextHour(bounds.notBefore)) })[locale]}</p>
            {isOfficer(here) ? <Post to={`${place}/propose`}><proposeForm.Fields here={here} values={{ hour: '0' }} /><Actions><Button>{say('propose')}</Button></Actions></Post> : <p>{say('only-officer')}</p>}
          </>}
    </section>
  )
}

function Waiting({ from, saving, own, here }: { from: Date; saving: number; own: boolean; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Notice><p>{say('waits', { from: momentIn(here, from) })}</p><p>{say(own ? 'waits-own' : 'waits-yours')}</p></Notice>
      {!own && <Post to={`${place}/approve`}><approveForm.Fields here={here} values={{ saving }} /><Actions><Button>{say('approve')}</Button></Actions></Post>}
      <Post to={`${place}/hold-back`}><Actions><Button kind="secondary">{say('hold-back')}</Button></Actions></Post>
    </>
  )
}
