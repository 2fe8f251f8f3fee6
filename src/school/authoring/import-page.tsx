import { speaker, type Text } from '#platform/locale.ts'
import { Actions, asValues, Button, Crumbs, faultsIn, FileFaults, Notice, Opening, Post, Reading, useHere, type Failed, type FileFault, type Here } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'

/** The largest archive that is taken, in megabytes: a course with all its figures is a fifth of one. */
export const mostMegabytes = 8

const mostShown = 200

/** The form has one field, a file, which no form of ours reads: it only knows how to show again what was wrong. */
export const importForm = (faults: FileFault[]) => ({
  read: () => ({ ok: true as const, input: {} }),
  refuse: (_: URLSearchParams, refused: Text): Failed => ({
    form: 'import', refused, problems: faults.length ? {} : { file: refused },
    values: asValues(faults, mostShown),
  }),
})

export function ImportPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  const { failed } = here
  const { faults, count } = faultsIn(failed)
  return (
    <>
      <Crumbs label={say('where')} items={[here.actor.role === 'operator' ? { to: '/office/courses', label: say('courses') } : { to: '/teach/progress', label: say('groups') }]} />
      <Opening title={say('import')} lead={say('import-lead')} />
      {faults.length > 0 && <Faults faults={faults} count={count} />}
      <Reading>
        <ImportForm problem={failed?.problems.file?.[here.locale]} />
        <section>
          <h2>{say('how')}</h2>
          <ul>{(['how-whole', 'how-draft', 'how-progress', 'how-example'] as const).map(key => <li>{say(key)}</li>)}</ul>
        </section>
      </Reading>
    </>
  )
}

function Faults({ faults, count }: { faults: FileFault[]; count: number }) {
  const say = speaker(messages, useHere().locale)
  return (
    <section>
      <Notice kind="bad" focus title={say('refused', { count })} />
      <FileFaults caption={say('faults')} faults={faults} />
      {count > faults.length && <p>{say('more-faults', { shown: faults.length })}</p>}
    </section>
  )
}

function ImportForm({ problem }: { problem: string | undefined }) {
  const say = speaker(messages, useHere().locale)
  return (
    <Post to="/office/courses/import" enctype="multipart/form-data">
      <div class="field">
        <label for="course-file">{say('file')}</label>
        <span class="hint" id="course-file-hint">{say('file-hint', { most: mostMegabytes })}</span>
        {problem && <span class="problem" id="course-file-problem">{problem}</span>}
        <input type="file" id="course-file" name="file" accept=".zip,application/zip" aria-describedby={problem ? 'course-file-hint course-file-problem' : 'course-file-hint'} aria-invalid={problem ? true : undefined} autofocus={problem ? true : undefined} />
      </div>
      <Actions><Button icon="upload">{say('send')}</Button></Actions>
    </Post>
  )
}
