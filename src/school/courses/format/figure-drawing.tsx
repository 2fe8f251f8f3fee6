import { h, type VNode } from 'preact'
import type { Locale } from '#platform/locale.ts'
import type { Drawing, Figure } from './course-folder.ts'

/** The drawing with its words in the reader's language; `alt` says what it shows to whoever does not see it. */
export function FigureDrawing({ figure, alt, locale }: { figure: Figure; alt: string; locale: Locale }) {
  const { drawing } = figure
  const attributes = { ...own(drawing.attributes, figure.name), role: 'img', 'aria-label': alt, class: 'figure-drawing' }
  return h('svg', attributes, drawing.children.map(child => drawn(child, figure, locale)))
}

const drawn = (part: Drawing | string, figure: Figure, locale: Locale): VNode | string =>
  typeof part === 'string'
    ? part.replace(/\{([\w-]+)\}/g, (_, label: string) => figure.labels[label]?.[locale] ?? '')
    : h(part.element, own(part.attributes, figure.name), part.children.map(child => drawn(child, figure, locale)))

/** Ids get the figure's name before them: two figures on a page may both have a gradient "sky". */
const own = (attributes: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) =>
    [key, key === 'id' ? `${name}-${value}` : value.replace(/^url\(#/, `url(#${name}-`)]))
