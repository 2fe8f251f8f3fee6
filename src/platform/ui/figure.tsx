import type { ComponentChildren } from 'preact'
import { speaker } from '../locale.ts'
import { useHere } from './here.ts'
import { messages } from './messages.ts'
import { Disclosure } from './navigation.tsx'

type FigureProps = { src: string; width: number; height: number; alt: string; caption?: ComponentChildren; words?: ComponentChildren; sources?: { type: string; src: string }[]; first?: boolean }

/** A picture with its size, so that nothing jumps; `words` tell what it shows to whoever does not see it. `first` is the picture the page opens with. */
export function Figure({ src, width, height, alt, caption, words, sources = [], first }: FigureProps) {
  const { locale } = useHere()
  return (
    <figure class="figure">
      <picture>
        {sources.map(({ type, src }) => <source type={type} srcset={src} />)}
        <img src={src} width={width} height={height} alt={alt} loading={first ? undefined : 'lazy'} fetchpriority={first ? 'high' : undefined} decoding="async" />
      </picture>
      {caption && <figcaption>{caption}</figcaption>}
      {words && <Disclosure summary={speaker(messages, locale)('in-words')}>{words}</Disclosure>}
    </figure>
  )
}

/** Code to read, in a region that scrolls by itself. */
export const CodeBlock = ({ code, label }: { code: string; label: string }) =>
  <div class="code" role="region" aria-label={label} tabindex={0}><p class="label">{label}</p><pre><code>{code}</code></pre></div>
