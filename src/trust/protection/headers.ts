import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** What each answer must tell a browser: no foreign or inline code, no framing, no guessing of types, no word of where one came from. */
const asked: Record<string, (value: string) => boolean> = {
  'content-security-policy': value => /default-src 'none'/.test(value) && /frame-ancestors 'none'/.test(value) && !/unsafe-inline|unsafe-eval|\*/.test(value),
  'x-content-type-options': value => value === 'nosniff',
  'referrer-policy': value => value === 'no-referrer',
  'x-frame-options': value => value === 'DENY',
  'strict-transport-security': value => Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0) >= 15_552_000,
}
/** A page, a form, a page that is not there, one that is closed: faults slip in where nobody looks. */
const pages = ['/', '/sign-in', '/no-such-page', '/office']

/** The school's own pages are opened as a visitor opens them, and their headers read. */
export const protectHeaders = control('protect', 'headers', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, { site }) {
    const visit = visits()
    if (!visit) return judge(0, 0, fill(messages.headers, { all: 0, missing: 0 }))
    const answers = await Promise.all(pages.map(path => visit(site, path, { headers: { accept: 'text/html' } })))
    const missing = answers.flatMap(({ headers }) => Object.entries(asked).filter(([name, is]) => !is(headers.get(name) ?? '')).map(([name]) => name))
    return judge(answers.length, missing.length, fill(messages.headers, { all: answers.length * Object.keys(asked).length, missing: missing.length }))
  },
})
