// Where a note stands in a work, as the W3C Web Annotation model writes it: the value of a FragmentSelector.
import { z } from 'zod'

/** A point of a photo in percent of its width and height, or a range of lines, counted from one. */
export type Place = { x: number; y: number } | { from: number; to: number }

const percent = z.number().min(0).max(100)
const line = z.int().min(1).max(100_000)
export const Place = z.union([z.strictObject({ x: percent, y: percent }), z.strictObject({ from: line, to: line }).refine(({ from, to }) => to >= from, { path: ['to'] })])

const round = (figure: number) => Math.round(figure * 100) / 100

/** Media Fragments for a photo (a region without extent is a point), RFC 5147 for lines of text. */
export const selectorOf = (place: Place): string =>
  'x' in place ? `xywh=percent:${round(place.x)},${round(place.y)},0,0` : `line=${place.from - 1},${place.to}`

export function placeOf(selector: string): Place {
  const [, x, y] = /^xywh=percent:([\d.]+),([\d.]+),/.exec(selector) ?? []
  if (x !== undefined) return { x: Number(x), y: Number(y) }
  const [, from, to] = /^line=(\d+),(\d+)$/.exec(selector) ?? []
  if (from === undefined) throw new Error('A note stands nowhere')
  return { from: Number(from) + 1, to: Number(to) }
}

/** One note as an Annotation, for whoever reads it with another program. https://www.w3.org/TR/annotation-model/ */
export const asAnnotation = ({ id, place, words, source, at }: { id: string; place: string; words: string; source: string; at: Date | null }) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: `urn:uuid:${id}`, type: 'Annotation', motivation: 'commenting', ...(at && { created: at.toISOString() }),
  body: { type: 'TextualBody', value: words, format: 'text/plain' },
  target: { source, selector: { type: 'FragmentSelector', conformsTo: place.startsWith('line=') ? 'http://tools.ietf.org/rfc/rfc5147' : 'http://www.w3.org/TR/media-frags/', value: place } },
})
