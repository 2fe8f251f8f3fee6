import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { ownId, useHere } from './here.ts'
import { messages } from './messages.ts'

export type Column<Row> = { head: string; cell: (row: Row) => ComponentChildren; number?: boolean }
type Shown<Row> = {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  empty?: ComponentChildren
  /** Stays a table on a phone and scrolls by itself: for figures that are compared down a column. */
  scrolls?: boolean
  /** Wide and long: the heads and the names of the rows stay in sight while the rest moves under them. */
  sticks?: boolean
}

/** Rows and columns; the first column names the row. On a phone each row becomes a small list, unless it is to scroll. */
export function DataTable<Row>({ caption, columns, rows, empty, scrolls = columns.length < 3, sticks = false }: Shown<Row>) {
  const { locale } = useHere()
  const id = ownId()
  if (!rows.length) return <p class="quiet">{empty ?? speaker(messages, locale)('nothing')}</p>
  return (
    <div class={scrolls ? 'table' : sticks ? 'table stacks sticks' : 'table stacks'} role="region" aria-labelledby={id} tabindex={0}>
      {/* The roles repeat what the elements say, because a browser forgets it when they are laid out as a list. */}
      <table role="table">
        <caption id={id}>{caption}</caption>
        <thead role="rowgroup"><tr role="row">{columns.map(({ head, number }) => <th role="columnheader" scope="col" class={number ? 'number' : undefined}>{head}</th>)}</tr></thead>
        <tbody role="rowgroup">{rows.map(row => <tr role="row">{columns.map((column, place) => <Cell column={column} row={row} named={place === 0} />)}</tr>)}</tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column: { head, cell, number }, row, named }: { column: Column<Row>; row: Row; named: boolean }) {
  const kind = number ? 'number' : undefined
  return named ? <th role="rowheader" scope="row" class={kind}>{cell(row)}</th> : <td role="cell" class={kind} data-head={head}><div>{cell(row)}</div></td>
}
