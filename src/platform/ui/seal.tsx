import { fill, speaker, type Locale } from '../locale.ts'
import { ownNumber, useHere } from './here.ts'
import { messages } from './messages.ts'
import { Dialog } from './overlay.tsx'
import { chosenBy, rosetteOf, type Engraving } from './rosette/rosette.ts'

/**
 * The rosette of a thing that can be proved: the same hash always draws the same seal, so people learn to know it, on paper too.
 * Who cannot see it hears after `label` what it is told apart by. `size` in pixels: up to 56 it is a sign, from 140 on as fine as print.
 */
export function Seal({ of, label, size = 96, outline }: { of: string; label?: string; size?: number; outline?: boolean }) {
  const fineness = size <= 56 ? 'sign' : size < 140 ? 'seal' : 'print'
  return (
    <svg class={outline ? 'seal outline' : 'seal'} width={size} height={size} viewBox="-120 -120 240 240" role={label ? 'img' : undefined} aria-label={label && `${label}. ${sealInWords(of, useHere().locale)}`} aria-hidden={label ? undefined : true}>
      {fineness !== 'sign' && <circle class="ground" r="117" />}
      {rosetteOf(of, fineness).map(line => <Engraved line={line} />)}
    </svg>
  )
}

/** A seal with what it means, for whoever asks. */
export const SealExplained = ({ of, label, size = 112 }: { of: string; label: string; size?: number }) => {
  const say = speaker(messages, useHere().locale)
  return (
    <div class="seal-explained">
      <Seal of={of} label={label} size={size} />
      <Dialog id="about-seal" opens={say('what-seal')} title={say('what-seal')}><p>{say('seal-meaning')}</p><p>{say('seal-compare')}</p></Dialog>
    </div>
  )
}

function Engraved({ line: { path, times, step = 360 / times, width, pale } }: { line: Engraving }) {
  const id = times > 1 ? `seal-${ownNumber()}` : undefined
  return (
    <g class={`${width ? 'line' : 'body'}${pale ? ' pale' : ''}`} stroke-width={width || undefined}>
      <path id={id} d={path} />
      {Array.from({ length: times - 1 }, (_, place) => <use href={`#${id}`} transform={`rotate(${Math.round(step * (place + 1) * 100) / 100})`} />)}
    </g>
  )
}

/** What a seal is told apart by, for whoever hears it. */
export function sealInWords(hash: string, locale: Locale): string {
  const { folds, rim, centre } = chosenBy(hash)
  return fill(messages['seal-in-words'], { folds, rim: messages[`rim-${rim}`][locale], centre: messages[`heart-${centre}`][locale] })[locale]
}
