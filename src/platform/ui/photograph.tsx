import type { ComponentChildren } from 'preact'
import { useHere, type Picture } from './here.ts'

/** A photograph with the line of its exposure under it. `first` is the picture that the page opens with: it fills the window's width, and `children` stand on it. */
export function Photograph({ picture, first, children, sizes = '(max-width: 60rem) 100vw, 40rem' }: { picture: Picture; first?: boolean; children?: ComponentChildren; sizes?: string }) {
  const { locale } = useHere()
  const sources = (format: 'avif' | 'jpeg') => picture.sizes.map(size => `${size[format]} ${size.width}w`).join(', ')
  return (
    <figure class={first ? 'photograph bleed' : 'photograph'}>
      <div class="frame">
        <picture>
          <source type="image/avif" srcset={sources('avif')} sizes={first ? '100vw' : sizes} />
          <img src={picture.sizes[0]!.jpeg} srcset={sources('jpeg')} sizes={first ? '100vw' : sizes} width={picture.width} height={picture.height} alt={picture.shows[locale]} loading={first ? undefined : 'lazy'} fetchpriority={first ? 'high' : undefined} decoding="async" />
        </picture>
        {children && <div class="on-picture">{children}</div>}
      </div>
      <figcaption>{picture.exposure && <span class="exposure">{picture.exposure}</span>} <span>{picture.credit[locale]}</span></figcaption>
    </figure>
  )
}
