import { z } from 'zod'
import { fill, speaker, type Locale } from '#platform/locale.ts'
import { reveal, type Revealed } from '#platform/sealing/sealing.ts'
import { Actions, Button, Crumbs, dateInWords, form, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { purposeName, type Context } from '#trust/audit/audit.ts'
import { messages } from '../messages.ts'
import { inOrder, nameOf, placeOf } from './gradebook-page.tsx'
import { takeOutGroup, type countGroup } from './show-gradebook.ts'
import { moduleWords, stateWords, testWords, workWords } from './standing-words.tsx'

const purposes = ['marks', 'lessons', 'talk'] as const
export const takeOutForm = form(z.strictObject({ purpose: z.enum(purposes) }), { purpose: { type: 'select', options: locale => purposes.map(value => ({ value, label: purposeName(value, locale) })) } }, messages)

/** What is about to leave, and what for, before it does. */
export function TakeOutPage({ view: { run, filter, sort, count }, here }: { view: Awaited<ReturnType<typeof countGroup>>; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <Reading>
      <Crumbs label={say('where')} items={[{ to: placeOf(run.slug, { filter, sort }), label: say('gradebook') }]} />
      <Opening title={say('take-out-title')} over={run.about.title[here.locale]} lead={say('take-out-lead')} />
      <p><strong>{say(`filter-${filter}`)}: {fill(messages['learners-total'], { count })[here.locale]}</strong></p>
      {count === 0 ? <Notice kind="info" title={say('take-out-nobody')} /> : (
        <Post to={placeOf(run.slug, { filter, sort }, '/export')}>
          <takeOutForm.Fields here={here} />
          <p class="hint">{say('take-out-care')}</p>
          <Actions><Button icon="download">{say('take-out-make')}</Button></Actions>
        </Post>
      )}
    </Reading>
  )
}

type Group = Revealed<Awaited<ReturnType<typeof takeOutGroup>>>

/** The view as a file, in the reader's language. Names are opened after the transaction in which the looks were written down. */
export async function takeOut(ctx: Context, run: string, view: object, purpose: string): Promise<{ name: string; text: string }> {
  const group = await reveal(ctx, await takeOutGroup({ ...ctx, purpose }, { run, ...view })) as Group
  return { name: `${run}-${ctx.now.toISOString().slice(0, 10)}.csv`, text: asCsv(group, ctx.locale, ctx.zone) }
}

function asCsv(group: Group, locale: Locale, zone: string): string {
  const say = speaker(messages, locale)
  const { outline, nameless, tellsSeen } = group
  const date = (at: Date | null | undefined) => at ? dateInWords(at, locale, 'date', zone) : ''
  const head = [
    say('learner'), say('head-state'), say('head-percent'), ...outline.map(({ title }, place) => `${place + 1}. ${title[locale]}`), say('head-test'), say('head-test-state'), say('head-attempts'),
    say('head-work-state'), say('head-points'), say('head-out-of'), say('head-sent'), say('last-step'), ...tellsSeen ? [say('last-seen')] : [],
  ]
  const lines = inOrder(group, locale).map(row => [
    nameOf(group, row) || say('former'), stateWords(row, say).join(', '), row.progress.percent, ...row.modules.map(module => moduleWords(module, say)),
    row.test?.grade ?? '', testWords(row, say), row.test?.taken ?? 0,
    workWords(row, nameless, say), row.work?.given_at ? row.work.points ?? '' : '', row.work?.given_at ? row.work.out_of ?? '' : '', date(row.work?.sent_at), date(row.lastStep), ...tellsSeen ? [date(row.lastSeen)] : [],
  ])
  // The first sign tells programs for tables that this is UTF-8.
  return `\ufeff${[head, ...lines].map(line => line.map(cell).join(';')).join('\r\n')}\r\n`
}

// A name that begins like a formula stays a name.
const cell = (value: string | number) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
