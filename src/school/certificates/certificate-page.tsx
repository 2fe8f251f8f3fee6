import { renderSVG } from 'uqr'
import { amount, speaker, type Locale } from '#platform/locale.ts'
import { Actions, Button, Facts, Notice, Opening, Reading, SealExplained, Switch, Time, dateInWords, type Here } from '#platform/ui/ui.ts'
import { sealOf, type ShownCertificate } from './find-certificate.ts'
import { messages } from './messages.ts'

/** What anyone sees who has the number; its holder also decides about the name here. */
export function CertificatePage({ shown, address, here }: { shown: ShownCertificate; address: string; here: Here }) {
  const { locale } = here
  const say = speaker(messages, locale)
  const valid = shown.genuine && !shown.revokedAt
  return (
    <Reading>
      <Opening over={say('certificate')} title={shown.course.title[locale]} />
      <Notice kind={valid ? 'ok' : 'bad'} title={verdict(shown, locale)}>
        {shown.revokedFor && <p>{say('because', { reason: say(shown.revokedFor as 'mistake') })}</p>}
      </Notice>
      {shown.genuine && <SealExplained of={sealOf(shown)} label={say('seal')} size={200} />}
      <Facts items={[
        { name: say('number'), value: <span class="number">{shown.number}</span> },
        ...shown.course.hours === null ? [] : [{ name: say('hours'), value: hoursInWords(shown.course.hours, locale) }],
        { name: say('issued'), value: <Time at={shown.issued_at} /> },
        { name: say('school'), value: here.school.name[locale] },
        { name: say('holder'), value: shown.holder === null ? say('holder-hidden') : String(shown.holder) },
      ]} />
      {shown.course.assessed.length > 0 && <><h2>{say('assessed')}</h2><ul>{shown.course.assessed.map(what => <li>{what[locale]}</li>)}</ul></>}
      {shown.genuine && <Address of={address} say={say('address')} />}
      {shown.mine && <ForHolder shown={shown} here={here} />}
    </Reading>
  )
}

/** Where this page stands, for whoever has it on paper: in words and as a code for a camera. */
function Address({ of, say }: { of: string; say: string }) {
  const [, side = '1'] = /viewBox="0 0 (\d+)/.exec(renderSVG(of)) ?? []
  const [, path = ''] = /<path[^>]* d="([^"]+)"/.exec(renderSVG(of)) ?? []
  return (
    <figure class="code-of">
      <svg viewBox={`0 0 ${side} ${side}`} width="128" height="128" role="img" aria-label={say}><rect class="paper" width={side} height={side} /><path class="ink" d={path} /></svg>
      <figcaption>{say}<br /><a href={of}>{of}</a></figcaption>
    </figure>
  )
}

function ForHolder({ shown, here }: { shown: ShownCertificate; here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section class="owner">
      <h2>{say('for-holder')}</h2>
      <Switch to={`/certificates/${shown.number}/name`} name="shown" isOn={shown.nameShown} label={say('show')} hint={say(shown.nameShown ? 'shown-now' : 'hidden-now')} />
      <Actions>
        {!shown.revokedAt && <Button to={`/certificates/${shown.number}/pdf`} icon="download">{say('download')}</Button>}
      </Actions>
    </section>
  )
}

export function CheckPage({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  const typed = here.query.number ?? ''
  return (
    <Reading>
      <Opening title={say('check-title')} lead={say('check-lead')} />
      {typed && <Notice kind="warn" title={say('unknown')} focus />}
      <form method="get" action={`${here.prefix}/certificates`}>
        <div class="field">
          <label for="number">{say('number')}</label>
          <input id="number" name="number" value={typed} autocomplete="off" required />
        </div>
        <Button>{say('check')}</Button>
      </form>
    </Reading>
  )
}

function verdict(shown: ShownCertificate, locale: Locale) {
  const say = speaker(messages, locale)
  if (!shown.genuine) return say('not-genuine')
  return shown.revokedAt ? say('revoked', { date: dateInWords(shown.revokedAt, locale) }) : say('valid')
}

export const hoursInWords = (hours: number, locale: Locale) =>
  amount(hours, 'hour')[locale]
