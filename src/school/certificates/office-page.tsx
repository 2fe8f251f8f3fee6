import { z } from 'zod'
import { speaker, type Locale } from '#platform/locale.ts'
import { Button, DataTable, form, Link, Opening, Post, Tag, Time, ToWorkplace, type Here } from '#platform/ui/ui.ts'
import type { CompletedCourse } from './issue-certificate.ts'
import { messages } from './messages.ts'
import { reasons } from './revoke-certificate.ts'

type Row = { number: string; course: CompletedCourse; issued_at: Date; revoked_at: Date | null }

export const revokeForm = form(
  z.strictObject({ number: z.string().trim().min(1), reason: z.enum(reasons), why: z.string().trim().min(10).max(500) }),
  {
    number: { autocomplete: 'off' },
    reason: { type: 'radio', options: (locale: Locale) => reasons.map(value => ({ value, label: messages[value][locale] })) },
    why: { type: 'textarea', rows: 3, hint: 'why-hint' },
  }, messages)

export const reissueForm = form(
  z.strictObject({ number: z.string().trim().min(1), why: z.string().trim().min(10).max(500) }),
  { number: { autocomplete: 'off' }, why: { type: 'textarea', rows: 3, hint: 'reissue-why-hint' } }, messages)

export function OfficePage({ rows, here }: { rows: Row[]; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <>
      <ToWorkplace />
      <Opening title={say('list-title')} />
      <DataTable caption={say('list-caption')} rows={rows} empty={say('list-empty')} columns={[
        { head: say('number'), cell: row => <Link to={`/certificates/${row.number}`}>{row.number}</Link> },
        { head: say('course'), cell: row => row.course.title[here.locale] },
        { head: say('issued'), cell: row => <Time at={row.issued_at} /> },
        { head: say('state'), cell: row => <Tag>{say(row.revoked_at ? 'withdrawn' : 'in-force')}</Tag> },
      ]} />
      <h2>{say('revoke-title')}</h2>
      <Post to="/office/certificates/revoke">
        <revokeForm.Fields here={here} />
        <Button kind="danger">{say('revoke')}</Button>
      </Post>
      <h2>{say('reissue-title')}</h2>
      <p>{say('reissue-lead')}</p>
      <Post to="/office/certificates/reissue">
        <reissueForm.Fields here={here} />
        <Button>{say('reissue')}</Button>
      </Post>
    </>
  )
}
