import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** What each answer must tell a browser: no foreign or inline code, no framing, no guessing of types, no word of where one came from. Each by a requirement of OWASP ASVS 5.0. */
const asked: { name: string; asvs: string; is(value: string): boolean }[] = [
  { name: 'strict-transport-security', asvs: '3.4.1', is: value => Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0) >= 31_536_000 },
  { name: 'content-security-policy', asvs: '3.4.3', is: value => /default-src 'none'/.test(value) && /base-uri 'none'/.test(value) && !/unsafe-inline|unsafe-eval|\*/.test(value) },
  { name: 'x-content-type-options', asvs: '3.4.4', is: value => value === 'nosniff' },
  { name: 'referrer-policy', asvs: '3.4.5', is: value => value === 'no-referrer' },
  { name: 'content-security-policy', asvs: '3.4.6', is: value => /frame-ancestors 'none'/.test(value) },
  { name: 'cross-origin-opener-policy', asvs: '3.4.8', is: value => value === 'same-origin' },
]
const standard = `OWASP ASVS 5.0 (${asked.map(({ asvs }) => asvs).join(', ')})`
/** A page, a form, a page that is not there, one that is closed: faults slip in where nobody looks. */
const pages = ['/', '/sign-in', '/no-such-page', '/office']

/** The school's own pages are opened as a visitor opens them, and their headers read. */
export const protectHeaders = control('protect', 'headers', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, { site }) {
    const visit = visits()
    if (!visit) return judge(0, 0, fill(messages.headers, { all: 0, missing: 0, standard }))
    const answers = await Promise.all(pages.map(path => visit(site, path, { headers: { accept: 'text/html' } })))
    const missing = answers.flatMap(({ headers }) => asked.filter(({ name, is }) => !is(headers.get(name) ?? '')))
    return judge(answers.length, missing.length, fill(messages.headers, { all: answers.length * asked.length, missing: missing.length, standard }))
  },
})
