/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'
import { keeping, type Conflict, type Keeping, type State } from './keeping.ts'
import { usePlace } from './use-place.ts'

type Words = Record<'saving' | 'saved' | 'back' | 'offline' | 'refused' | 'retry' | 'changed' | 'other' | 'otherEmpty' | 'mine' | 'both' | 'take', string>
/** `draft` tells whose text waits in this tab; `waits` is set where the form itself has come back and is to be sent by hand. */
export type NoteKeeperProps = { run: string; lesson: string; draft: string; waits: boolean; locale: string; words: Words }

/** Keeps a note while it is typed. What could not be kept stays in the tab, comes back with it, and is offered again; the button above does the same without script. It keeps the place reached too: one script less for a lesson to fetch. */
export function NoteKeeper({ run, lesson, draft, waits, locale, words }: NoteKeeperProps) {
  const place = useRef<HTMLDivElement>(null)
  const keeper = useRef<Keeping | null>(null)
  const [state, show] = useState<State>('idle')
  const [conflict, differ] = useState<Conflict>()
  const [at, mark] = useState('')
  usePlace(run, lesson)
  useEffect(() => {
    const form = place.current!.closest('form')!
    keeper.current = keeping({ form, address: `/api/v1/runs/${run}/lessons/${lesson}/note`, store: `note ${draft} ${lesson}`, waits, show, differ: found => { differ(found); show('changed') }, kept: moment => mark(clock(moment, locale)) })
    return keeper.current.stop
  }, [])
  const said = { idle: '', typing: '', saving: words.saving, saved: words.saved.replace('{time}', at), back: words.back, offline: '', refused: '', changed: '' }[state]
  const failed = state === 'offline' ? words.offline : state === 'refused' ? words.refused : undefined
  return (
    <div ref={place}>
      <p class="quiet saving" role="status">{said}</p>
      <div role="alert">
        {failed && <div class="notice bad"><div><p class="title">{failed}</p><p class="actions"><button type="button" class="button secondary" onClick={() => void keeper.current?.save()}><span>{words.retry}</span></button></p></div></div>}
        {state === 'changed' && conflict && (
          <div class="notice warn"><div>
            <p class="title">{words.changed}</p>
            <p class="over">{words.other}</p>
            <p class="said-words">{conflict.words || words.otherEmpty}</p>
            <p class="actions">
              <button type="button" class="button secondary" onClick={() => keeper.current?.settle('mine', conflict)}><span>{words.mine}</span></button>
              {conflict.words && <button type="button" class="button quiet" onClick={() => keeper.current?.settle('both', conflict)}><span>{words.both}</span></button>}
              <button type="button" class="button quiet" onClick={() => keeper.current?.settle('other', conflict)}><span>{words.take}</span></button>
            </p>
          </div></div>
        )}
      </div>
    </div>
  )
}

const clock = (moment: Date, locale: string) => moment.toLocaleTimeString(locale === 'en' ? 'en-GB' : locale, { hour: '2-digit', minute: '2-digit' })
