/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks'

export type FileUploadProps = { ticketAt: string; accept: string; problem?: string | undefined; words: { label: string; hint: string; uploading: string; uploaded: string; broken: string; again: string } }
type State = { at: 'idle' | 'sending' | 'broken' | 'done'; percent: number; upload: string }

const piece = 1024 * 1024
const spoken = { 'tus-resumable': '1.0.0' }

/** A file field. Alive, it sends the file at once, piece by piece, and goes on after a broken line; the form then carries only its number. */
export function FileUpload({ ticketAt, accept, problem, words }: FileUploadProps) {
  const [{ at, percent, upload }, set] = useState<State>({ at: 'idle', percent: 0, upload: '' })
  const begun = useRef<{ file: File; to: string } | null>(null)
  const send = async (file: File | undefined, form: HTMLFormElement | null) => {
    if (!file) return
    set({ at: 'sending', percent: 0, upload: '' })
    try {
      if (begun.current?.file !== file) begun.current = { file, to: await begin(file, ticketAt, form) }
      const { to } = begun.current
      for (let offset = await reached(to); offset < file.size;) {
        offset = await patch(to, offset, file.slice(offset, offset + piece))
        set({ at: 'sending', percent: Math.round(offset / file.size * 100), upload: '' })
      }
      set({ at: 'done', percent: 100, upload: to.split('/').at(-1)! })
    } catch {
      set({ at: 'broken', percent: 0, upload: '' })
    }
  }
  return (
    <div class="field">
      <label for="work-file">{words.label}</label>
      <span class="hint" id="work-file-hint">{words.hint}</span>
      {problem && <span class="problem" id="work-file-problem">{problem}</span>}
      <input type="file" id="work-file" name={at === 'done' ? undefined : 'file'} accept={accept} aria-describedby={problem ? 'work-file-hint work-file-problem' : 'work-file-hint'} aria-invalid={problem ? true : undefined}
        onChange={event => { void send(event.currentTarget.files?.[0], event.currentTarget.form) }} />
      {upload && <input type="hidden" name="upload" value={upload} />}
      <p class="quiet" role="status">{at === 'sending' ? words.uploading.replace('{percent}', String(percent)) : at === 'done' ? words.uploaded : at === 'broken' ? words.broken : ''}</p>
      {at === 'broken' && begun.current && <button type="button" class="button secondary" onClick={event => { void send(begun.current?.file, event.currentTarget.form) }}>{words.again}</button>}
    </div>
  )
}

async function begin(file: File, ticketAt: string, form: HTMLFormElement | null): Promise<string> {
  const keep = form?.querySelector<HTMLInputElement>('input[name="keep"]')?.checked ?? false
  const asked = await ok(fetch(ticketAt, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ keep }) }))
  const { ticket } = await asked.json() as { ticket: string }
  const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  const made = await ok(fetch('/uploads', { method: 'POST', headers: { ...spoken, 'upload-length': String(file.size), 'upload-metadata': `ticket ${base64(ticket)},filename ${base64(file.name)}` } }))
  return made.headers.get('location')!
}

const reached = async (to: string) => Number((await ok(fetch(to, { method: 'HEAD', headers: spoken }))).headers.get('upload-offset'))

const patch = async (to: string, offset: number, body: Blob) =>
  Number((await ok(fetch(to, { method: 'PATCH', headers: { ...spoken, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }, body }))).headers.get('upload-offset'))

async function ok(asked: Promise<Response>) {
  const answer = await asked
  if (!answer.ok) throw new Error(String(answer.status))
  return answer
}
