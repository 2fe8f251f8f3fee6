import { speaker } from '#platform/locale.ts'
import { DataTable, EmptyState, Opening, Reading, Time, type Here } from '#platform/ui/ui.ts'
import { measureMessages as messages } from './messages.ts'

export type Visits = { days: { day: string; browsers: number; again: number }[]; pages: { page: string; opened: number }[] }

export function VisitsPage({ shown: { days, pages }, here }: { shown: Visits; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Opening title={say('visits')} lead={say('visits-lead')} />
      {pages.length === 0 && <EmptyState title={say('no-visits')} />}
      {pages.length > 0 && <DataTable caption={say('pages')} rows={pages} columns={[{ head: say('page'), cell: ({ page }) => <code>{page}</code> }, { head: say('opened'), cell: ({ opened }) => opened, number: true }]} />}
      {days.length > 0 && <DataTable caption={say('days')} rows={days} columns={[
        { head: say('day'), cell: ({ day }) => <Time at={new Date(`${day}T12:00:00Z`)} /> },
        { head: say('browsers'), cell: ({ browsers }) => browsers, number: true },
        { head: say('again'), cell: ({ again }) => again, number: true },
      ]} />}
    </Reading>
  )
}
