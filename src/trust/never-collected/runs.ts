// Digits as people write them: in groups, with spaces, dashes or dots between, in any script.
export const kinds = ['card', 'account', 'document'] as const
export type Kind = (typeof kinds)[number]
/** Where something stands in a text that is not taken. */
export type Span = { from: number; to: number }
export type Found = Span & { kind: Kind }

/** Digits without anything between them. `stuck`: a Latin letter stands right beside, as in an id of a program. */
export type Group = Span & { digits: string; stuck: boolean }
/** Groups that may be one number: at most three separators stand between two of them. */
export type Run = readonly Group[]

const invisible = '\u00ad\u200b-\u200d\u2060\ufeff'
const separators = new RegExp(`^[ \\t\\u00a0\\u2000-\\u200a\\u202f\\u3000.,·•_/\\\\|*\\-\\u2010-\\u2015\\u2212${invisible}]{1,3}$`)

/** Digits of other scripts become ours, one for one, so that places in the text stay where they are. */
export const westernDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, digit => {
  const code = digit.charCodeAt(0)
  return String(code >= 0xff10 ? code - 0xff10 : code >= 0x0966 ? code - 0x0966 : code >= 0x06f0 ? code - 0x06f0 : code - 0x0660)
})

export function runsIn(text: string): Run[] {
  const runs: Group[][] = []
  let end = -1
  for (const match of text.matchAll(/\d+/g)) {
    const [from, to] = [match.index, match.index + match[0].length]
    const group = { from, to, digits: match[0], stuck: /[a-z]/i.test(text[from - 1] ?? '') || /[a-z]/i.test(text[to] ?? '') }
    if (runs.length && separators.test(text.slice(end, from))) runs.at(-1)!.push(group)
    else runs.push([group])
    end = to
  }
  return runs
}

/** Whether such words stand shortly before or after. */
export const near = (text: string, { from, to }: Span, words: RegExp, before = 60, after = 30): boolean =>
  words.test(text.slice(Math.max(0, from - before), from)) || words.test(text.slice(to, to + after))
