/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'

export type PhotoHistogramProps = { /** Where the photo stands on the page: it is not asked for again. */ photo: string; words: { title: string; figures: string } }
type Tones = { bars: number[]; dark: number; middle: number; light: number; black: number; white: number }

const bins = 64

/** How the tones of a photo are spread, as a picture and in figures. Worked out in the browser, from the pixels that are shown anyway. */
export function PhotoHistogram({ photo, words }: PhotoHistogramProps) {
  const [tones, know] = useState<Tones | null>(null)
  useEffect(() => {
    const image = document.querySelector<HTMLImageElement>(photo)
    const read = () => know(tonesOf(image!))
    if (image?.complete && image.naturalWidth) read()
    else image?.addEventListener('load', read, { once: true })
  }, [])
  const most = Math.max(1, ...tones?.bars ?? [])
  return (
    <figure class="histogram" hidden={!tones}>
      <svg viewBox={`0 0 ${bins} 24`} preserveAspectRatio="none" aria-hidden="true">{tones?.bars.map((count, place) => <rect x={place} y={24 - count / most * 24} width="1" height={count / most * 24} />)}</svg>
      <figcaption><strong>{words.title}.</strong> {tones && words.figures.replace(/\{(\w+)\}/g, (_, name: string) => String(tones[name as 'dark']))}</figcaption>
    </figure>
  )
}

/** Brightness as the eye weighs it (Rec. 709), from a small drawing of the photo. */
function tonesOf(image: HTMLImageElement): Tones {
  const canvas = document.createElement('canvas')
  canvas.width = 256
  canvas.height = Math.max(1, Math.round(256 * image.naturalHeight / image.naturalWidth))
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  const bars = Array.from({ length: bins }, () => 0)
  let [dark, light, black, white] = [0, 0, 0, 0]
  for (let at = 0; at < data.length; at += 4) {
    const tone = 0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!
    bars[Math.min(bins - 1, Math.floor(tone / 256 * bins))]! += 1
    if (tone < 85) dark++
    if (tone >= 170) light++
    if (tone <= 2) black++
    if (tone >= 253) white++
  }
  const percent = (count: number) => Math.round(count / (data.length / 4) * 100)
  return { bars, dark: percent(dark), light: percent(light), middle: 100 - percent(dark) - percent(light), black: percent(black), white: percent(white) }
}
