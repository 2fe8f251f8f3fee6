/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks'

type Labels = { saving: string; saved: string; failed: string }
type State = 'idle' | 'saving' | 'saved' | 'failed'

/** Sends the answer as it changes, and again when the connection returns. The button below does the same without script. */
export function AnswerKeeper({ attempt, question, labels }: { attempt: string; question: string; labels: Labels }) {
  const place = useRef<HTMLParagraphElement>(null)
  const [state, show] = useState<State>('idle')
  useEffect(() => {
    const form = place.current!.closest('form')!
    let waiting: ReturnType<typeof setTimeout> | undefined
    const save = async () => {
      const answer = new FormData(form).getAll('answer').map(String)
      if (!answer.some(part => part.trim())) return
      show('saving')
      show(await sendAnswer(attempt, question, answer) ? 'saved' : 'failed')
    }
    // A moment of quiet, so that typing is not sent letter by letter.
    const soon = () => { clearTimeout(waiting); waiting = setTimeout(() => void save(), 600) }
    form.addEventListener('change', soon)
    form.addEventListener('input', soon)
    addEventListener('online', soon)
    return () => { clearTimeout(waiting); removeEventListener('online', soon) }
  }, [])
  return <p class="quiet saving" role="status" ref={place}>{state === 'idle' ? '' : labels[state]}</p>
}

const sendAnswer = (attempt: string, question: string, answer: string[]): Promise<boolean> =>
  fetch(`/api/v1/attempts/${attempt}/answers`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ question, answer }) })
    .then(response => response.ok, () => false)
