import { speaker, type Text } from '#platform/locale.ts'
import { Actions, asValues, Button, Crumbs, faultsIn, FileFaults, Notice, Opening, Post, useHere, type Failed, type FileFault, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

export const place = '/privacy-office/policy'
/** Longer than twice the longest manifest there is; what a form carries at most is not much more. */
export const mostBytes = 250_000

const mostShown = 100
const typed = ['manifest', 'next'] as const

/** Read by the route itself, because it takes files: here is only how it comes back, with all that was typed. */
export const draftForm = (faults: FileFault[]) => ({
  read: () => ({ ok: true as const, input: {} }),
  refuse: (sent: URLSearchParams, refused: Text, problems: Record<string, Text> = {}): Failed => ({
    form: 'policy-draft', refused, problems,
    values: { ...Object.fromEntries(typed.map(name => [name, sent.get(name) ?? ''])), ...asValues(faults, mostShown) },
  }),
})

export type Begun = { manifest: string; next: string | null; saving: number }

export function DraftPage({ begun: { manifest, next, saving }, here }: { begun: Begun; here: Here }) {
  const { locale, failed } = here
  const say = speaker(messages, locale)
  const { faults, count } = faultsIn(failed)
  const kept = (name: (typeof typed)[number], given: string) => failed ? String(failed.values[name] ?? '') : given
  return (
    <>
      <Crumbs label={say('title')} items={[{ to: '/privacy-office', label: say('office') }, { to: place, label: say('title') }]} />
      <Opening title={say('draft-title')} lead={say('draft-lead')} />
      {failed?.refused && <Notice kind="bad" focus title={failed.refused[locale]} />}
      {faults.length > 0 && <Faults faults={faults} count={count} />}
      <Post to={`${place}/draft`} enctype="multipart/form-data">
        <input type="hidden" name="saving" value={saving} />
        <FileField name="file" />
        <TextField name="manifest" value={kept('manifest', manifest)} rows={28} bad={faults.some(({ file }) => file === 'policy.yaml') || Boolean(failed?.problems.manifest)} />
        <FileField name="next-file" />
        <TextField name="next" value={kept('next', next ?? '')} rows={6} bad={faults.some(({ file }) => file === 'policy.next.yaml')} />
        <Actions><Button icon="check">{say('save')}</Button><Button kind="secondary" to={place}>{say('back')}</Button></Actions>
      </Post>
    </>
  )
}

function Faults({ faults, count }: { faults: FileFault[]; count: number }) {
  const say = speaker(messages, useHere().locale)
  return (
    <section id="faults">
      <FileFaults caption={say('faults')} faults={faults} />
      {count > faults.length && <p>{say('more-faults', { shown: faults.length })}</p>}
    </section>
  )
}

function FileField({ name }: { name: 'file' | 'next-file' }) {
  const say = speaker(messages, useHere().locale)
  return (
    <div class="field">
      <label for={`draft-${name}`}>{say(name)}</label>
      <span class="hint" id={`draft-${name}-hint`}>{say(`${name}-hint`)}</span>
      <input type="file" id={`draft-${name}`} name={name} accept=".yaml,.yml" aria-describedby={`draft-${name}-hint`} />
    </div>
  )
}

function TextField({ name, value, rows, bad }: { name: 'manifest' | 'next'; value: string; rows: number; bad: boolean }) {
  const say = speaker(messages, useHere().locale)
  const hint = name === 'manifest' ? `draft-${name}-hint` : undefined
  return (
    <div class="field">
      <label for={`draft-${name}`}>{say(name)}</label>
      {hint && <span class="hint" id={hint}>{say('manifest-hint')}</span>}
      <textarea id={`draft-${name}`} name={name} rows={rows} class="manifest" spellcheck={false} autocomplete="off" aria-describedby={hint} aria-invalid={bad ? true : undefined}>{value}</textarea>
    </div>
  )
}
