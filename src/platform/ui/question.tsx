import { useHere } from './here.ts'
import { Button, Post } from './link.tsx'

/** A question above each page until it is answered. It takes its own room and covers nothing; its answers are equal, in the order they are given. */
export function Question() {
  const { locale, school: { ask } } = useHere()
  if (!ask) return null
  return (
    <section class="ask" aria-label={ask.title[locale]}>
      <Post to={ask.to}>
        <p><strong>{ask.title[locale]}.</strong> {ask.says[locale]}</p>
        <div class="answers">
          {ask.answers.map(answer => 'to' in answer ? <Button kind="secondary" to={answer.to}>{answer.label[locale]}</Button>
            : <Button kind="secondary" name={answer.name} value={answer.value}>{answer.label[locale]}</Button>)}
        </div>
      </Post>
    </section>
  )
}
