import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { Button, Link, Post } from './link.tsx'
import { messages } from './messages.ts'

/** Three doors of the same size: to refuse takes no more steps than to allow. Stands below the page and covers nothing that has the focus. */
export function CookieBar() {
  const { locale, path } = useHere()
  const say = speaker(messages, locale)
  return (
    <section class="cookie-bar" aria-label={say('cookies')}>
      <p>{say('cookies-ask')} <Link to="/cookies">{say('cookies-more')}</Link></p>
      <Post to="/cookies">
        <input type="hidden" name="back" value={path} />
        <Button kind="secondary" name="answer" value="necessary">{say('cookies-necessary')}</Button>
        <Button kind="secondary" to="/cookies">{say('cookies-choose')}</Button>
        <Button kind="secondary" name="answer" value="all">{say('cookies-all')}</Button>
      </Post>
    </section>
  )
}
