import { z } from 'zod'
import { randomUUID } from 'node:crypto'
import { inSite } from '#platform/database/database.ts'
import { logFault } from '#platform/fault.ts'
import { fill } from '#platform/locale.ts'
import { reveal } from '#platform/sealing/sealing.ts'
import { askingOf, type Context } from '#trust/audit/audit.ts'
import { control, judge, seldom, type SiteContext } from '#trust/policy/policy.ts'
import { answerRequest, confirmRequest, walkerIn } from '#trust/rights/rights.ts'
import { recipientOf } from '#people/accounts/accounts.ts'
import { makeRequest } from './make-request.ts'
import { proofs } from './proofs.ts'
import { receiveLetter } from './receive-letter.ts'

/**
 * A letter about one's data becomes a request with its term: by itself where the school names a subject line, by one press of its staff
 * otherwise. Nothing is granted before its person has signed in and said that it is theirs. Walked in a twin of the school.
 */
export const answerByLetter = control('answer', 'requests-by-letter', {
  rule: z.strictObject({ opens: z.enum(['by-subject', 'by-press']) }),
  kind: 'journey',
  async prove(_, ctx) {
    const { looked, wrong } = await walk(ctx)
    return judge(looked, wrong, fill(proofs['found-by-letter'], { looked, wrong }))
  },
})

const answer = { done: 'Запрос выполнен по письму', kept: 'Остальные данные без изменений', why: 'Пока открыта учётная запись' }

const walk = seldom(async (site: SiteContext): Promise<{ looked: number; wrong: number }> => {
  const [person, officer, support] = [await walkerIn(site, 'learner'), await walkerIn(site, 'privacy-officer'), await walkerIn(site, 'support')]
  try {
    const found = await steps(person.ctx, officer.ctx, support.ctx)
    return { looked: found.length, wrong: found.filter(right => !right).length }
  } catch (error) {
    logFault('support.requests-walk', error)
    return { looked: 1, wrong: 1 }
  } finally {
    for (const each of [person, officer, support]) await each.leave()
  }
})

async function steps(person: Context, officer: Context, support: Context): Promise<boolean[]> {
  const { subject, value } = person.policy.operator.contacts.find(({ channel, value }) => channel === 'e-mail' && typeof value === 'string')!
  const recipient = await reveal(person, await inSite(person.db, person.site, db => recipientOf(db, person.actor.person!), askingOf(person)))
  const raw = [`From: ${recipient!.to}`, `To: ${value as string}`, `Subject: =?utf-8?B?${Buffer.from(`Re: ${(subject ?? 'Вопрос').toUpperCase()}`).toString('base64')}?=`, `Message-ID: <${randomUUID()}@probe.invalid>`, 'Content-Type: text/plain; charset=utf-8', '', 'Прошу показать, что у вас есть обо мне.'].join('\r\n')
  const received = await receiveLetter({ ...person, actor: { person: null, role: 'system' } }, Buffer.from(raw))
  if ('ignored' in received) return [false]
  const ticket = await inSite(person.db, person.site, db => db.selectFrom('support.tickets').select(['id', 'topic', 'request', 'waits_for']).where('person', '=', person.actor.person).executeTakeFirstOrThrow(), askingOf(person))
  const staff = ticket.topic === 'general' ? support : officer
  const id = ticket.request ?? (await makeRequest(staff, { ticket: ticket.id })).id
  const refused = await answerRequest(officer, { id, granted: 'yes', ...answer }).then(() => false, () => true)
  await confirmRequest(person, { id })
  const granted = await answerRequest(officer, { id, granted: 'yes', ...answer }).then(() => true, () => false)
  return [subject ? ticket.request !== null : ticket.waits_for !== null, refused, granted]
}
