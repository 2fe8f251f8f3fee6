import { dayOf } from '#platform/clock/clock.ts'
import { speaker } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Card, Crumbs, DataTable, EmptyState, Facts, Link, List, Opening, Post, Reading, Row, Time, type Here } from '#platform/ui/ui.ts'
import { fullName } from '#people/accounts/accounts.ts'
import type { showHold, showHolds } from './decide.ts'
import { checkForm, nameForm } from './forms.ts'
import { messages } from './messages.ts'

const desk = '/privacy-office/child-reports'

/** What is closed because of a report; opened from an enquiry, also what can be done about that one. */
export function DeskPage({ shown: { rows, asked, held }, here }: { shown: Awaited<ReturnType<typeof showHolds>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Crumbs label={say('office')} items={[{ to: '/privacy-office', label: say('office') }]} />
      <Opening title={say('desk')} lead={say('desk-lead')} />
      {asked && <section id="report">
        <h2>{say('of-report', { number: asked.number })}</h2>
        <p><Link to={`/office/enquiries/${asked.id}`}>{say('read-report')}</Link></p>
        {held.length > 0 && <List>{held.map(id => <Row icon="lock" title={say('open-case')} to={`${desk}/${id}`} />)}</List>}
        {!asked.closed_at && !held.length && <Card id="nothing" title={say('nothing-title')}>
          <p>{say('nothing-lead')}</p>
          <Post to={`${desk}/reports/${asked.id}/nothing`}><Actions><Button kind="secondary" icon="check">{say('nothing')}</Button></Actions></Post>
        </Card>}
      </section>}
      {rows.length ? (
        <DataTable caption={say('desk')} rows={rows} columns={[
          { head: say('report-number'), cell: ({ id, report }) => <Link to={`${desk}/${id}`}>{report ? `№ ${report.number}` : say('report-gone')}</Link> },
          { head: say('closed-since'), cell: ({ began_at }) => <Time at={began_at} as="moment" /> },
          { head: say('due'), cell: ({ report }) => report?.waits_for ? <Time at={report.due_by} as="moment" /> : '—' },
        ]} />
      ) : <EmptyState title={say('none')} />}
      <Card id="name" title={say('name-title')}>
        <p>{say('by-itself')}</p>
        <Post to={`${desk}${asked ? `?ticket=${asked.id}` : ''}`}><nameForm.Fields here={here} values={asked ? { ticket: asked.id } : {}} /><Actions><Button kind="secondary" icon="lock">{say('close-now')}</Button></Actions></Post>
      </Card>
    </>
  )
}

/** One account: what it says of its owner, and both ways out. */
export function CasePage({ shown: { hold, account, named, guardian, report, from }, here }: { shown: Revealed<Awaited<ReturnType<typeof showHold>>>; here: Here }) {
  const say = speaker(messages, here.locale)
  const at = (what: string) => `${desk}/${hold.id}/${what}`
  return (
    <Reading>
      <Crumbs label={say('desk')} items={[{ to: desk, label: say('desk') }]} />
      <Opening title={report ? say('of-report', { number: report.number }) : say('report-gone')} />
      {report && <p><Link to={`/office/enquiries/${report.id}`}>{say('read-report')}</Link></p>}
      <Facts items={[
        { name: say('who'), value: fullName(named) || say('nameless') },
        ...named.birth_date ? [{ name: say('born'), value: <Time at={dayOf(named.birth_date)} as="date" /> }] : [],
        { name: say('registered'), value: <Time at={account.registered_at} as="date" /> },
        { name: say('guardian'), value: guardian === undefined ? say('guardian-none', { from }) : say(guardian ? 'guardian-yes' : 'guardian-waits') },
        { name: say('closed-since'), value: <Time at={hold.began_at} as="moment" /> },
        ...report?.waits_for ? [{ name: say('due'), value: <Time at={report.due_by} as="moment" /> }] : [],
      ]} />
      {!hold.ended_at && <>
        <Card id="lift" title={say('lift-title')}>
          <p>{say('lift-lead')}</p>
          <Post to={at('lift')}><Actions><Button kind="secondary" icon="undo-2">{say('lift')}</Button></Actions></Post>
        </Card>
        <Card id="remove" title={say('check-title')}>
          <p>{say('check-lead')}</p>
          <Post to={at('remove')}><checkForm.Fields here={here} /><Actions><Button kind="danger" icon="trash-2">{say('remove')}</Button></Actions></Post>
        </Card>
      </>}
    </Reading>
  )
}
