import { z } from 'zod'
import { fill, locales, speaker, type Locale } from '#platform/locale.ts'
import { visits } from '#platform/visits/visits.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { signedAddress } from './address.ts'
import { messages } from './messages.ts'

const parts = ['host', 'rules', 'no-guarantee', 'advice', 'disclaimer', 'payments'] as const
/** Links as they stand in a lesson, each in a form of its own. */
const samples = [{ to: 'https://reading.example/a?b=c' }, { to: 'https://tool.example/', policy: 'https://tool.example/privacy', tool: true }]

/** The notice is opened in every language as a reader opens it, and looked at for what the school says it tells. Then every door that is not signed is tried. */
export const announceLeaving = control('announce', 'leaving', {
  rule: z.strictObject({ tells: z.array(z.enum(parts)).min(1) }),
  kind: 'probe',
  async prove({ tells }, { site }) {
    const visit = visits()
    if (!visit) return judge(0, 0, fill(messages.proved, { opened: 0, tried: 0, wrong: 0 }))
    const asked = samples.flatMap(link => locales.map(locale => ({ link, locale, path: `/${locale}${signedAddress(site, { ...link, from: '/courses' })}` })))
    const pages = await Promise.all(asked.map(async ({ path, ...of }) => ({ ...of, answer: await visit(site, path, { headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' } }) })))
    const untold = await Promise.all(pages.map(async ({ link, locale, answer }) => {
      const page = await answer.text()
      return !answer.ok || answer.headers.get('referrer-policy') !== 'no-referrer' || !isBare(page, link) || tells.some(part => !isTold(page, part, link, locale))
    }))
    const [{ path }] = asked as [typeof asked[number]]
    const forged = [path.replace('reading.example', 'other.example'), path.replace(/&key=.*/, ''), `${path}&tool=1`, path.replace('https%3A%2F%2Freading.example', 'javascript%3Aalert'), `/ru${signedAddress(`${site}.other`, { ...samples[0]!, from: '/' })}`]
    const tries = [...forged.map(each => visit(site, each, { headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin' } })), visit(site, path, { headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site' } })]
    const opened = (await Promise.all(tries)).filter(({ ok }) => ok).length
    const wrong = untold.filter(Boolean).length + opened
    return judge(pages.length, wrong, fill(messages.proved, { opened: pages.length, tried: tries.length, wrong }))
  },
})

type Link = (typeof samples)[number]

/** The page leads to the address as it was written, and to nothing that was added to it. */
const isBare = (page: string, { to }: Link) => [...page.matchAll(/href="(https:[^"]+)"/g)].filter(([, href]) => new URL(href!).host === new URL(to).host).every(([, href]) => [to, samples[1]!.policy].includes(href!.replaceAll('&amp;', '&')))

function isTold(page: string, part: (typeof parts)[number], { to, policy }: Link, locale: Locale): boolean {
  const { host } = new URL(to)
  const say = speaker(messages, locale)
  switch (part) {
    case 'host': return page.includes(`<h1>${say('title', { host })}</h1>`)
    case 'rules': case 'no-guarantee': return page.includes(say(part, { host }))
    case 'advice': return page.includes(say('advice')) && (!policy || page.includes(`href="${policy}"`))
    case 'disclaimer': case 'payments': return page.includes(say(part))
  }
}

export const controls = [announceLeaving]
