import type { Html } from '#platform/ui/ui.ts'
import type { Locale } from '#platform/locale.ts'
import type { Drawing, Figure } from './course-folder.ts'

/** The drawing with its words in the reader's language; `alt` says what it shows to whoever does not see it. */
export function FigureDrawing({ figure, alt, locale }: { figure: Figure; alt: string; locale: Locale }) {
  const { drawing } = figure
  return <svg {...own(drawing.attributes, figure.name)} role="img" aria-label={alt} class="figure-drawing">{drawing.children.map(child => drawn(child, figure, locale))}</svg>
}

function drawn(part: Drawing | string, figure: Figure, locale: Locale): Html | string {
  if (typeof part === 'string') return part.replace(/\{([\w-]+)\}/g, (_, label: string) => figure.labels[label]?.[locale] ?? '')
  const Element = part.element as 'g'
  return <Element {...own(part.attributes, figure.name)}>{part.children.map(child => drawn(child, figure, locale))}</Element>
}

/** Ids get the figure's name before them: two figures on a page may both have a gradient "sky". */
const own = (attributes: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) =>
    [key, key === 'id' ? `${name}-${value}` : value.replace(/^url\(#/, `url(#${name}-`)]))
