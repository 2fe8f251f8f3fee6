import type { Html } from '#platform/ui/ui.ts'
import type { Locale } from '#platform/locale.ts'
import type { Drawing, Figure } from './course-folder.ts'

/** The drawing with its words in the reader's language; `alt` says what it shows to whoever does not see it. */
export function FigureDrawing({ figure, alt, locale }: { figure: Figure; alt: string; locale: Locale }) {
  const { drawing } = figure
  return <svg {...own(drawing.attributes, figure.name)} role="img" aria-label={alt} class="figure-drawing">{drawing.children.map(child => drawn(child, figure, locale))}</svg>
}

/** The drawing on a course's card: who does not see it misses nothing that the title does not say. */
export function CoverDrawing({ figure, course, locale }: { figure: Figure; course: string; locale: Locale }) {
  const { drawing } = figure
  const name = `${course}-${figure.name}` // covers of several courses stand on one page
  return <svg {...own(drawing.attributes, name)} aria-hidden="true" preserveAspectRatio="xMidYMid slice" class="figure-drawing cover">{drawing.children.map(child => drawn(child, { ...figure, name }, locale))}</svg>
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
