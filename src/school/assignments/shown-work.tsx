// A sent work as its learner and a teacher see it: the photo with numbered marks, or text with numbered lines.
import type { ComponentChildren } from 'preact'
import { speaker, type Locale } from '#platform/locale.ts'
import { Still } from '#platform/islands/island.tsx'
import { Facts, Link, Said, Tag } from '#platform/ui/ui.ts'
import { MarkedPhoto } from './islands/marked-photo.tsx'
import { messages } from './messages.ts'
import { placeOf } from './place.ts'

export type Part = { name: string; width: number | null; height: number | null }
export type ShownFile = { id: string; name: string | null; camera: string | null; media_type: string | null; parts: Part[] }
export type ShownTake = { id: string; number: number; words: string | null; described: string | null; file: string | null; sent_at: Date }
export type ShownNote = { id: string; number: number; place: string | null; words: string | null }

export const viewOf = (file: ShownFile | undefined) => file?.parts.find(({ name }) => name === 'view')

/** The address of a photo or a file, and what the island of the desk needs to know of it. */
export function photoOf(take: ShownTake, file: ShownFile | undefined, locale: Locale) {
  const view = viewOf(file)
  if (!view) return undefined
  const alt = take.described || speaker(messages, locale)('photo-alt', { number: take.number })
  return { src: `/works/${take.id}/view`, alt, width: view.width ?? 1, height: view.height ?? 1 }
}

export const pinsOf = (notes: ShownNote[]) =>
  notes.flatMap(({ number, place }) => {
    const at = place ? placeOf(place) : undefined
    return at && 'x' in at ? [{ number, ...at }] : []
  })

/** `hidePhoto`: the desk draws the photo itself, with the mark that is being placed. */
export function ShownWork({ take, file, notes, kind, locale, hidePhoto }: { take: ShownTake; file: ShownFile | undefined; notes: ShownNote[]; kind: string; locale: Locale; hidePhoto?: boolean }) {
  const say = speaker(messages, locale)
  const photo = photoOf(take, file, locale)
  const pins = pinsOf(notes)
  const written = kind === 'text' || kind === 'code'
  return (
    <>
      {photo && pins.length > 0 && <label class="marks-switch"><input type="checkbox" checked /> {say('marks-shown')}</label>}
      {photo && !hidePhoto && <Still of={MarkedPhoto} photo={photo} pins={pins} />}
      {file && <p><Link to={`/works/${take.id}/original`} download>{say('download')}</Link>{file.name && <>: {file.name}</>}{photo && <> <Tag kind="ok" icon="check">{say('location-removed')}</Tag></>}</p>}
      {file?.camera && <CameraLine camera={file.camera} locale={locale} />}
      {take.words && (written ? <NumberedLines text={take.words} code={kind === 'code'} notes={notes} /> : <Said>{take.words}</Said>)}
    </>
  )
}

type Camera = { camera?: string; lens?: string; aperture?: number; shutter?: number; iso?: number; focalLength?: number }

/** f/8 · 1/125 · ISO 100, as photographers write it. */
function CameraLine({ camera, locale }: { camera: string; locale: Locale }) {
  const { camera: body, lens, aperture, shutter, iso, focalLength } = JSON.parse(camera) as Camera
  const exposure = [focalLength && `${focalLength} mm`, aperture && `f/${aperture}`, shutter && (shutter < 1 ? `1/${Math.round(1 / shutter)}` : `${shutter} s`), iso && `ISO ${iso}`]
  return <Facts items={[{ name: speaker(messages, locale)('camera-data'), value: [body, lens, ...exposure].filter(Boolean).join(' · ') }]} />
}

function NumberedLines({ text, code, notes }: { text: string; code: boolean; notes: ShownNote[] }) {
  const ranges = notes.flatMap(({ place }) => { const at = place ? placeOf(place) : undefined; return at && 'from' in at ? [at] : [] })
  return <ol class={code ? 'lines code' : 'lines'} tabindex={0}>{text.split('\n').map((line, index) => <li class={ranges.some(({ from, to }) => from <= index + 1 && index + 1 <= to) ? 'noted' : undefined}>{line}</li>)}</ol>
}

/** Beside each number what is said there. `more` adds what a page can do with a note. */
export function NoteList({ notes, locale, more }: { notes: ShownNote[]; locale: Locale; more?: (note: ShownNote) => ComponentChildren }) {
  return (
    <ol class="notes">
      {notes.map(note => (
        <li id={`note-${note.number}`}>
          <span class="number" aria-label={speaker(messages, locale)('note-number', { number: note.number })}>{note.number}</span>
          <div class="what">
            <Said>{note.words}</Said>
            <Where place={note.place} locale={locale} />
            {more?.(note)}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Where({ place, locale }: { place: string | null; locale: Locale }) {
  const at = place ? placeOf(place) : undefined
  if (!at || !('from' in at)) return null
  return <p class="quiet">{speaker(messages, locale)(at.from === at.to ? 'line' : 'lines', at)}</p>
}
