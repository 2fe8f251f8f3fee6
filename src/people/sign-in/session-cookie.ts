import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge, type Policy } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** The one cookie without which nobody can be signed in, as the school's table has it. */
export const sessionCookie = ({ cookies }: Policy) => cookies.find(({ name }) => name.replace('__Host-', '') === 'session')!

/** What everybody may read must need no cookie, and signing in must say which one it needs. */
const open = ['/', '/courses', '/privacy', '/trust', '/contacts', '/sign-in', '/sign-up']

/** Opens the public pages as a browser that keeps no cookie, and the page that explains why it cannot sign in. */
export const offerWithoutCookies = control('offer', 'without-cookies', {
  rule: z.strictObject({}),
  kind: 'probe',
  async prove(_, { site, policy }) {
    const visit = visits()
    if (!visit) return judge(0, 0, fill(messages['without-cookies'], { pages: 0, closed: 0 }))
    const answers = await Promise.all(open.map(path => visit(site, path, { headers: { accept: 'text/html' } })))
    const closed = answers.filter(({ status, headers }) => status !== 200 || headers.getSetCookie().length > 0).length
    const explained = await (await visit(site, '/sign-in/cookies', { headers: { accept: 'text/html' } })).text()
    const silent = explained.includes(`<code>${sessionCookie(policy).name}</code>`) ? 0 : 1
    return judge(answers.length, closed + silent, fill(messages['without-cookies'], { pages: answers.length, closed: closed + silent }))
  },
})
