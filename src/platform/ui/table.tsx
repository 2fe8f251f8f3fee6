import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { messages } from './messages.ts'

export type Column<Row> = { head: string; cell: (row: Row) => ComponentChildren; number?: boolean }

/** Rows and columns, in a region that scrolls by itself when the screen is narrow. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, empty }: { caption: string; columns: Column<Row>[]; rows: Row[]; empty?: ComponentChildren }) {
  const { locale } = useHere()
  const id = useId()
  const kind = ({ number }: Column<Row>) => number ? 'number' : undefined
  if (!rows.length) return <p class="quiet">{empty ?? speaker(messages, locale)('nothing')}</p>
  return (
    <div class="table" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead><tr>{columns.map(column => <th scope="col" class={kind(column)}>{column.head}</th>)}</tr></thead>
        <tbody>
          {rows.map(row => (
            <tr>{columns.map((column, place) => place === 0 ? <th scope="row" class={kind(column)}>{column.cell(row)}</th> : <td class={kind(column)}>{column.cell(row)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
