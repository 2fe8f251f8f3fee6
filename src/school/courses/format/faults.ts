import { speaker, type Locale } from '#platform/locale.ts'
import { messages } from './messages.ts'

export type FaultCode = keyof typeof messages
/** Line and column count from 1. */
export type Place = { file: string; line: number; column: number }
export type Fault = Place & { code: FaultCode; facts: Record<string, string | number> }

/** "courses/x/test.yaml:12:9 ..." in the reader's language. */
export const wordsOf = (fault: Fault, locale: Locale) =>
  `${fault.file}:${fault.line}:${fault.column} ${sentenceOf(fault, locale)}`

/** What is wrong, without its place. */
export function sentenceOf({ code, facts }: Fault, locale: Locale): string {
  const say = speaker(messages, locale)
  const kind = `kind-${facts.expected}`
  return say(code, kind in messages ? { ...facts, expected: say(kind as FaultCode) } : facts)
}

/** A folder is read whole or not at all: this carries everything that is wrong with it. */
export class FaultyFolder extends Error {
  readonly faults: Fault[]

  constructor(faults: Fault[]) {
    super(faults.map(fault => wordsOf(fault, 'en')).join('\n'))
    this.faults = faults
  }
}

/** Collects the faults of one file; `from` shifts places when the text is a part of that file. */
export class FaultList {
  readonly file: string
  readonly found: Fault[]
  readonly #from: { line: number; column: number }

  constructor(file: string, found: Fault[], from = { line: 0, column: 0 }) {
    this.file = file
    this.found = found
    this.#from = from
  }

  add(at: { line: number; column: number }, code: FaultCode, facts: Fault['facts'] = {}) {
    this.found.push({ ...this.at(at), code, facts })
  }

  /** A place of this text as a place in the file. */
  at = ({ line, column }: { line: number; column: number }): Place =>
    ({ file: this.file, line: line + this.#from.line, column: column + this.#from.column })

  /** For a text that begins below the line `line` of this one. */
  below = (line: number, column = 0) => new FaultList(this.file, this.found, { line: this.#from.line + line, column: this.#from.column + column })
}

export const top = { line: 1, column: 1 }

export function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** The last line with these words: the one that repeats or contradicts an earlier one. */
export function lastPlaceOf(text: string, words: string) {
  const lines = text.split('\n')
  const line = lines.findLastIndex(each => each.includes(words))
  return line < 0 ? top : { line: line + 1, column: lines[line]!.indexOf(words) + 1 }
}
