import { z } from 'zod'
import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Crumbs, Disclosure, form, Link, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { filterNames, filterShape, type Filters } from '../filters.ts'
import { placeOf, WordsOf } from '../chosen-filters.tsx'
import { messages } from '../messages.ts'
import { purposes, purposeText } from '../purposes.ts'
import { keyPlace, Purpose } from './export-log.ts'

export const exportForm = form(Purpose, {
  purpose: { type: 'select', options: locale => purposes.map(value => ({ value, label: purposeText(value)[locale] })) },
  words: { type: 'textarea', rows: 2, hint: 'words-hint' },
}, messages)
export const viewForm = form(z.strictObject({ name: z.string().trim().min(2).max(80), ...filterShape }),
  { name: { autocomplete: 'off' }, ...Object.fromEntries(filterNames.map(name => [name, { type: 'hidden' as const }])) }, messages)
export const dropForm = form(z.strictObject({ id: z.uuid() }), { id: { type: 'hidden' } }, messages)

/** What is about to leave, in words, before it does; and what for. */
export function ExportPage({ view: { filters, count, most }, here }: { view: { filters: Filters; count: number; most: number }; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const chosen = filterNames.flatMap(name => filters[name] ? [name] : [])
  return (
    <Reading>
      <Crumbs label={say('log-title')} items={[{ to: placeOf(filters), label: say('log-title') }]} />
      <Opening title={say('export-title')} lead={say('export-lead')} />
      <p><strong>{fill(messages['export-count'], { count })[locale]}</strong> {chosen.length === 0 && say('export-all')}</p>
      {chosen.length > 0 && <ul class="chosen" aria-label={say('log-chosen')}>{chosen.map(name => <li><span class="tag plain">{say(`log-${name}`)}: <WordsOf name={name} value={filters[name]!} locale={locale} /></span></li>)}</ul>}
      {count > most
        ? <Notice kind="warn" title={fill(messages['export-too-long'], { most })[locale]} />
        : <Post to={placeOf(filters, '/privacy-office/audit/export')}><exportForm.Fields here={here} /><Actions><Button icon="download">{say('export-make')}</Button></Actions></Post>}
      <Disclosure summary={say('export-check')}><p>{say('export-check-how')}</p><p><Link to={keyPlace} download>{say('export-key')}</Link></p></Disclosure>
    </Reading>
  )
}
