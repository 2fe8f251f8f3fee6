import { speaker } from '#platform/locale.ts'
import { fullName } from '#people/accounts/accounts.ts'
import { Actions, Button, Crumbs, DataTable, EmptyState, Link, List, Opening, Row, Time, type Here } from '#platform/ui/ui.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { messages } from './messages.ts'
import type { showGroup, showRunsTaught } from './show-group.ts'

export function GroupPage({ group: { run, rows }, here }: { group: Revealed<Awaited<ReturnType<typeof showGroup>>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Crumbs label={say('where')} items={[{ to: '/teach/progress', label: say('my-groups') }]} />
      <Opening title={say('group')} over={run.about.title[here.locale]} lead={say('group-lead')}><Actions><Button kind="secondary" icon="book-open" to={`/office/courses/${run.course}/preview`}>{say('materials')}</Button></Actions></Opening>
      <DataTable caption={say('group')} rows={rows} empty={say('no-learners')} columns={[
        { head: say('learner'), cell: ({ name }) => (name && fullName(name)) || say('former') },
        { head: say('progress-column'), cell: ({ progress }) => say('progress', { percent: progress.percent, done: progress.done, required: progress.required }) },
        { head: say('test-column'), cell: ({ attempt }) => attempt ? <Link to={`/learn/${run.slug}/test/${attempt.attempt}/result`}>{`${attempt.grade} %`}</Link> : '—', number: true },
        { head: say('enrolled-column'), cell: ({ enrolment }) => <Time at={enrolment.enrolled_at} /> },
        { head: say('completed-on'), cell: ({ enrolment }) => enrolment.completed_at ? <Time at={enrolment.completed_at} /> : '—' },
      ]} />
    </>
  )
}

export function GroupsPage({ runs, here }: { runs: Revealed<Awaited<ReturnType<typeof showRunsTaught>>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <Opening title={say('my-groups')} />
      {runs.length ? <List>{runs.map(run => <Row to={`/teach/progress/${run.slug}`} title={run.about.title[here.locale]} note={<Time at={run.opens_at} />} />)}</List> : <EmptyState title={say('no-groups')} />}
    </>
  )
}
