/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

type Words = Record<'label' | 'hint' | 'drop' | 'uploading' | 'uploaded' | 'broken' | 'again' | 'pause' | 'paused' | 'tooLarge' | 'chosen', string>
export type FileUploadProps = { ticketAt: string; accept: string; problem?: string | undefined; words: Words }
type State = { at: 'idle' | 'sending' | 'paused' | 'broken' | 'too-large' | 'done'; percent: number; upload: string }

const piece = 1024 * 1024
const spoken = { 'tus-resumable': '1.0.0' }

/**
 * A file field. Alive, it sends the file at once, piece by piece, may be told to wait, and goes on after a broken line; the form then
 * carries only its number. A file may also be dropped on it.
 */
export function FileUpload({ ticketAt, accept, problem, words }: FileUploadProps) {
  const [{ at, percent, upload }, set] = useState<State>({ at: 'idle', percent: 0, upload: '' })
  const [alive, wake] = useState(false)
  const [over, hover] = useState(false)
  const [preview, look] = useState('')
  const begun = useRef<{ file: File; to: string } | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const round = useRef(0)

  const send = async (file: File | undefined) => {
    if (!file) return
    const mine = ++round.current // what is asked for later makes this one stop
    const going = () => mine === round.current
    set(state => ({ at: 'sending', percent: begun.current?.file === file ? state.percent : 0, upload: '' }))
    try {
      if (begun.current?.file !== file) begun.current = { file, to: await begin(file, ticketAt, field.current!.form) }
      const { to } = begun.current
      for (let offset = await reached(to); going() && offset < file.size;) {
        offset = await patch(to, offset, file.slice(offset, offset + piece))
        if (going()) set({ at: 'sending', percent: Math.round(offset / file.size * 100), upload: '' })
      }
      if (going()) set({ at: 'done', percent: 100, upload: to.split('/').at(-1)! })
    } catch (error) {
      if (going()) set(state => ({ at: (error as Error).message === '413' ? 'too-large' : 'broken', percent: state.percent, upload: '' }))
    }
  }
  const pause = () => { round.current++; set(state => ({ ...state, at: 'paused' })) }
  const choose = (file: File | undefined) => {
    begun.current = null
    look(file && file.type.startsWith('image/') ? URL.createObjectURL(file) : '')
    void send(file)
  }
  useEffect(() => {
    wake(true)
    // Whether camera data is kept is said when the upload begins, so a change of mind begins it again.
    const keep = field.current!.form?.querySelector<HTMLInputElement>('input[name="keep"]')
    const anew = () => { const file = begun.current?.file; if (file) { begun.current = null; void send(file) } }
    keep?.addEventListener('change', anew)
    return () => keep?.removeEventListener('change', anew)
  }, [])
  useEffect(() => () => { if (preview) URL.revokeObjectURL(preview) }, [preview])

  const drop = (event: DragEvent) => {
    event.preventDefault()
    hover(false)
    const files = event.dataTransfer?.files
    if (!files?.length) return
    field.current!.files = files
    choose(files[0])
  }
  const file = field.current?.files?.[0]
  return (
    <div class={`field upload${over ? ' over' : ''}`} onDragOver={event => { event.preventDefault(); hover(true) }} onDragLeave={() => hover(false)} onDrop={drop}>
      <label for="work-file">{words.label}</label>
      <span class="hint" id="work-file-hint">{words.hint}{alive && ` ${words.drop}`}</span>
      {(problem || at === 'too-large') && <span class="problem" id="work-file-problem">{at === 'too-large' ? words.tooLarge : problem}</span>}
      <input type="file" id="work-file" ref={field} name={at === 'done' ? undefined : 'file'} accept={accept} aria-describedby={problem || at === 'too-large' ? 'work-file-hint work-file-problem' : 'work-file-hint'} aria-invalid={problem || at === 'too-large' ? true : undefined}
        onChange={event => choose(event.currentTarget.files?.[0])} />
      {upload && <input type="hidden" name="upload" value={upload} />}
      {file && at !== 'idle' && (
        <div class="sent-file">
          {preview && <img src={preview} alt="" width="96" height="96" />}
          <div class="what">
            <p class="title">{file.name} <span class="quiet">{words.chosen.replace('{size}', (file.size / piece).toFixed(1))}</span></p>
            {at !== 'too-large' && <progress class="meter" max="100" value={percent} aria-label={file.name} />}
            {at === 'sending' && <button type="button" class="button quiet" onClick={pause}><span>{words.pause}</span></button>}
            {(at === 'broken' || at === 'paused') && <button type="button" class="button secondary" onClick={() => { void send(begun.current?.file ?? file) }}><span>{words.again}</span></button>}
          </div>
        </div>
      )}
      <p class="quiet" role="status">{at === 'sending' ? words.uploading.replace('{percent}', String(percent)) : at === 'done' ? words.uploaded : at === 'broken' ? words.broken : at === 'paused' ? words.paused : ''}</p>
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
