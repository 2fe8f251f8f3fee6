import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { Link } from './link.tsx'
import { messages } from './messages.ts'
import { dateInWords } from './time.tsx'

const always = new Set(['/privacy', '/trust', '/contacts'])

/** The same on every page; help and contact stand last, where people have learnt to look. */
export function Footer() {
  const { locale, school } = useHere()
  const say = speaker(messages, locale)
  const { policy, contact, zone } = school
  return (
    <footer class="footer">
      <div class="inner">
        <div class="who">
          <p class="name">{school.name[locale]}</p>
          <p>{school.tagline[locale]}</p>
          {contact?.[locale].split(' · ').map(part => <p>{part}</p>)}
        </div>
        {school.slug && <nav aria-label={say('about')}>
          <ul>
            {school.footer.filter(({ to }) => !always.has(to)).map(({ to, label }) => <li><Link to={to}>{label[locale]}</Link></li>)}
            <li><Link to="/privacy">{policy ? say('version', { version: policy.version, date: dateInWords(policy.date, locale, 'date', zone) }) : say('policy')}</Link></li>
            <li><Link to="/trust">{say('trust')}</Link></li>
            <li><Link to="/contacts">{say('help')}</Link></li>
          </ul>
        </nav>}
      </div>
    </footer>
  )
}
