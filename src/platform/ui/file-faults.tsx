import { z } from 'zod'
import { speaker } from '../locale.ts'
import { useHere, type Failed } from './here.ts'
import { messages } from './messages.ts'
import { DataTable } from './table.tsx'

/** What is wrong at a place of a file that was sent, in the reader's language; line and column count from 1. */
export type FileFault = z.output<typeof Shown>
const Shown = z.object({ file: z.string(), line: z.number(), column: z.number(), words: z.string() })

/** The first of them as values of a refused form, by which `faultsIn` finds them when the page is drawn again, and how many there are in all. */
export const asValues = (faults: readonly FileFault[], most: number) => ({ faults: faults.slice(0, most).map(fault => JSON.stringify(fault)), count: String(faults.length) })

export const faultsIn = (failed: Failed | undefined): { faults: FileFault[]; count: number } =>
  ({ faults: [failed?.values.faults ?? []].flat().map(fault => Shown.parse(JSON.parse(fault))), count: Number(failed?.values.count) })

export function FileFaults({ faults, caption }: { faults: FileFault[]; caption: string }) {
  const say = speaker(messages, useHere().locale)
  return (
    <DataTable caption={caption} rows={faults} columns={[
      { head: say('fault-file'), cell: ({ file }) => <code>{file}</code> },
      { head: say('fault-line'), cell: ({ line }) => line, number: true },
      { head: say('fault-column'), cell: ({ column }) => column, number: true },
      { head: say('fault-what'), cell: ({ words }) => words },
    ]} />
  )
}
