import { z } from 'zod'
import { fill, speaker, type Locale, type Text } from '#platform/locale.ts'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Card, Columns, Crumbs, DataTable, Disclosure, Facts, form, Icon, Link, Notice, Opening, Post, Steps, Time, type Here, type Step } from '#platform/ui/ui.ts'
import { workingDaysLeft, lawProfile } from '#trust/law/law.ts'
import { EraseAsker, Identity } from '../by-letter/parts.tsx'
import { messages } from '../messages.ts'
import { given } from '../parts.ts'
import type { Case } from './desk.ts'
import { kindIcons, Left } from './queue-page.tsx'
import { TermLine, TermTable } from './term-line.tsx'

const Words = z.string().trim().min(10).max(4000)
export const answerForm = form(
  z.strictObject({ granted: z.enum(['yes', 'no']), done: Words, kept: Words, why: Words }),
  {
    granted: { type: 'radio', options: (locale: Locale) => (['yes', 'no'] as const).map(value => ({ value, label: messages[value][locale] })) },
    done: { type: 'textarea', rows: 3, hint: 'done-hint' }, kept: { type: 'textarea', rows: 3, hint: 'kept-hint' }, why: { type: 'textarea', rows: 3, hint: 'why-hint' },
  }, { ...messages, granted: messages.decision })

export const revealForm = form(z.strictObject({ reason: z.string().trim().min(10).max(500) }), { reason: { type: 'textarea', rows: 2, hint: 'reason-hint' } }, messages)

type Shown = { request: Revealed<Case>; law: string; names: Record<string, Text>; here: Here }

/** On the left what is asked, what is held about whoever asks, and what is answered; beside it the term and who asks. */
export function CasePage(props: Shown) {
  const { request, law, here } = props
  const { locale } = here
  const say = speaker(messages, locale)
  return (
    <>
      <Crumbs label={say('desk-title')} items={[{ to: '/privacy-office', label: say('desk-office') }, { to: '/privacy-office/requests', label: say('desk-title') }]} />
      <Opening over={<><Icon name={kindIcons[request.kind] ?? 'inbox'} /> {say(request.kind as 'access')}</>} title={fill(messages['case-title'], { number: request.number })[locale]}>
        <TermLine row={request} law={law} here={here} />
        {!request.answered_at && <p><Left row={{ due_by: request.due_by, daysLeft: workingDaysLeft(request.due_by, here.now, lawProfile(law)) }} here={here} /></p>}
      </Opening>
      <TermTable row={request} law={law} here={here} />
      <Columns label={say('case-about')} aside={<Beside {...props} />}>
        {request.wish !== null && <><h2>{say('case-wish')}</h2><blockquote class="said-words">{request.wish}</blockquote></>}
        {!request.answered_at && request.resting.map(({ subject }) => <Notice kind="warn"><p>{fill(messages['case-rests'], { what: props.names[subject]?.[locale] ?? subject })[locale]}</p></Notice>)}
        {!request.taken_at && !request.answered_at && <Post to={`/privacy-office/requests/${request.id}/take`}><Actions><Button icon="hand">{say('take')}</Button></Actions></Post>}
        {request.kind === 'rectification' && !request.answered_at && <p><Link to={given().accountAt(request.person)}>{say('to-account')}</Link></p>}
        <EraseAsker request={request} here={here} />
        {request.kind === 'withdrawal' && !request.answered_at && <p><Link to={`/privacy-office/requests/${request.id}/consents`}>{say('to-consents')}</Link></p>}
        <Held {...props} />
        <h2>{say('answer-head')}</h2>
        {request.answered_at
          ? <Facts items={(['done', 'kept', 'why'] as const).map(name => ({ name: say(name), value: request[name] ?? '' }))} />
          : <Post to={`/privacy-office/requests/${request.id}`}><answerForm.Fields here={here} /><Button>{say('answer')}</Button></Post>}
      </Columns>
    </>
  )
}

function Beside(props: Shown) {
  const { request, here } = props
  const { locale } = here
  const say = speaker(messages, locale)
  const { asked_at, promised_by, due_by, taken_at, answered_at, granted } = request
  const steps: Step[] = [
    { title: say('received'), state: 'done', note: <Time at={asked_at} as="moment" /> },
    { title: say('open'), state: taken_at ? 'done' : answered_at ? 'done' : 'now', ...taken_at ? { note: <Time at={taken_at} as="moment" /> } : {} },
    { title: answered_at ? say(granted ? 'granted' : 'refused') : say('answer-head'), state: answered_at ? 'done' : taken_at ? 'now' : 'next', ...answered_at ? { note: <Time at={answered_at} as="moment" /> } : {} },
  ]
  return (
    <>
      <Steps items={steps} label={say('state')} />
      <Facts items={[{ name: say('promised'), value: <Time at={promised_by} as="moment" /> }, { name: say('due'), value: <Time at={due_by} as="moment" /> }]} />
      <Who {...props} />
    </>
  )
}

/** Covered until whoever looks says why; the reason stands in the log, and the person reads it on My data. */
function Who({ request, here }: Shown) {
  const { id, person, who } = request
  const say = speaker(messages, here.locale)
  return (
    <Card title={say('case-who')} icon={who ? 'eye' : 'eye-off'}>
      {who
        ? <><p><Link to={given().accountAt(person)}>{who.name && given().fullName(who.name) || say('case-nameless')}</Link></p><p class="quiet">{say('case-until')} <Time at={who.until} as="moment" /></p></>
        : <Post to={`/privacy-office/requests/${id}/reveal`}><revealForm.Fields here={here} /><Button kind="secondary" icon="eye">{say('case-reveal')}</Button></Post>}
      <Identity request={request} here={here} />
    </Card>
  )
}

/** Collected by the data map, so that no place is forgotten. */
function Held({ request: { counts, held }, names, here: { locale } }: Shown) {
  const say = speaker(messages, locale)
  const found = Object.entries(counts).filter(([, count]) => count > 0)
  const nameOf = (category: string) => names[category]?.[locale] ?? category
  return (
    <>
      <Disclosure summary={`${say('case-held')}: ${found.length}`}><DataTable caption={say('case-held')} rows={found} empty={say('case-held-none')} columns={[
        { head: say('what'), cell: ([category]) => nameOf(category) }, { head: say('case-records'), number: true, cell: ([, count]) => count },
      ]} /></Disclosure>
      {held.length > 0 && <Notice title={say('case-law')}><ul>{held.map(({ category, until }) => <li>{nameOf(category)}: {say('case-law-until')} <Time at={until} as="moment" /></li>)}</ul></Notice>}
    </>
  )
}
