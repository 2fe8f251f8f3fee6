// Captions as WebVTT: the plain part of it, times and words. Places, styles and markup are not taken.
import type { Cue } from './course-folder.ts'
import type { FaultList } from './faults.ts'

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`
const timing = new RegExp(`^${time}[ \t]+-->[ \t]+${time}$`)

/** The captions of one language, each fault at its line. A cue may have a name of its own above its times; it is not kept. */
export function readCaptions(text: string, faults: FaultList): Cue[] {
  const lines = text.split('\n').map(line => line.trimEnd())
  const fault = (line: number, code: Parameters<FaultList['add']>[1]) => void faults.add({ line: line + 1, column: 1 }, code)
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) {
    fault(0, 'captions-begin')
    return []
  }
  const cues: Cue[] = []
  for (let at = 1; at < lines.length; at++) {
    if (!lines[at]) continue
    const start = at
    while (lines[at]) at++
    const part = lines.slice(start, at)
    if (/^NOTE(?:[ \t]|$)/.test(part[0]!)) continue
    const named = part[0]!.includes('-->') ? 0 : 1
    const found = timing.exec(part[named] ?? '')
    if (!found) { fault(start + Math.min(named, part.length - 1), 'captions-time'); continue }
    const [from, to] = [momentOf(found.slice(1, 5)), momentOf(found.slice(5, 9))]
    const words = part.slice(named + 1)
    const marked = words.findIndex(line => /[<&]/.test(line))
    if (to <= from || from < (cues.at(-1)?.from ?? 0)) fault(start + named, 'captions-order')
    else if (!words.length) fault(start + named, 'captions-empty')
    else if (marked >= 0) fault(start + named + 1 + marked, 'captions-markup')
    else cues.push({ from, to, text: words.join('\n') })
  }
  if (!cues.length && !faults.found.some(({ file }) => file === faults.file)) fault(0, 'captions-empty')
  return cues
}

const momentOf = ([hours = '0', minutes, seconds, thousandths]: (string | undefined)[]) => ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths)

/** The same captions as a file: what a browser reads, and what stands in the folder. */
export const writeCaptions = (cues: Cue[]): string =>
  `WEBVTT\n${cues.map(({ from, to, text }) => `\n${inDigits(from)} --> ${inDigits(to)}\n${text}\n`).join('')}`

const inDigits = (moment: number) => [Math.floor(moment / 3_600_000), Math.floor(moment / 60_000) % 60, Math.floor(moment / 1000) % 60].map(part => String(part).padStart(2, '0')).join(':') + `.${String(moment % 1000).padStart(3, '0')}`
