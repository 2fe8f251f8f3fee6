import type { Drawing, Figure } from './course-folder.ts'
import { placeOf, top, type FaultList } from './faults.ts'

// Only what a drawing needs: no scripts, no styles, nothing from elsewhere, and colours only from the school's theme.
const elements = new Set('svg g path line circle ellipse rect polyline polygon text tspan defs linearGradient radialGradient stop clipPath marker'.split(' '))
const plainAttributes = new Set(`viewBox d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform offset opacity fill-opacity stroke-opacity stop-opacity
  stroke-width stroke-dasharray stroke-linecap stroke-linejoin fill-rule text-anchor dominant-baseline gradientUnits gradientTransform clipPathUnits
  markerWidth markerHeight markerUnits refX refY orient`.split(/\s+/))
const colours = new Set(['fill', 'stroke', 'stop-color'])
const references = new Set(['clip-path', 'marker-start', 'marker-end'])

const deepest = 30

type Tag = { element: string; attributes: Record<string, string>; offset: number; close: boolean; empty: boolean }

/** A drawing in the safe part of SVG, or undefined with its faults added. Labels that could not be read are not missed in it. */
export function readFigure(name: string, text: string, labels: Figure['labels'] | undefined, faults: FaultList): Figure | undefined {
  const already = faults.found.length
  const fault = (offset: number, ...rest: Tail) => faults.add(placeOf(text, offset), ...rest)
  const drawing = treeOf(text, labels, fault)
  if (drawing && !drawing.attributes.viewBox) faults.add(top, 'svg-attribute', { attribute: 'viewBox' })
  for (const [, id] of text.matchAll(/url\(#([\w-]+)\)/g))
    if (!text.includes(`id="${id}"`)) fault(text.indexOf(`url(#${id})`), 'svg-reference', { id: id! })
  return drawing && labels && faults.found.length === already ? { name, drawing, labels } : undefined
}

type Tail = Parameters<FaultList['add']> extends [unknown, ...infer Rest] ? Rest : never
type Add = (offset: number, ...rest: Tail) => void

function treeOf(text: string, labels: Figure['labels'] | undefined, fault: Add): Drawing | undefined {
  const root: Drawing = { element: 'root', attributes: {}, children: [] }
  const open = [root]
  for (const piece of text.matchAll(/<!--[\s\S]*?-->|<[^>]*>|[^<]+/g)) {
    const [source] = piece
    if (source.startsWith('<!--')) continue
    if (!source.startsWith('<')) { addWords(source, piece.index, open.at(-1)!, labels, fault); continue }
    const tag = tagOf(source, piece.index, fault)
    if (!tag) return undefined
    if (tag.close) {
      if (open.length < 2 || open.pop()!.element !== tag.element) return void fault(tag.offset, 'svg-broken', { element: tag.element })
      continue
    }
    const { element, attributes } = tag
    const drawn: Drawing = { element, attributes, children: [] }
    open.at(-1)!.children.push(drawn)
    if (!tag.empty) open.push(drawn)
    if (open.length > deepest) return void fault(tag.offset, 'too-deep')
  }
  const [svg, ...more] = root.children.filter(child => typeof child !== 'string')
  if (open.length > 1 || !svg || more.length || svg.element !== 'svg') return void fault(text.length, 'svg-broken', { element: open.at(-1)!.element })
  return svg
}

function addWords(words: string, offset: number, parent: Drawing, labels: Figure['labels'] | undefined, fault: Add) {
  if (!words.trim()) return
  if (!/^(text|tspan)$/.test(parent.element)) return fault(offset, 'svg-words', {})
  for (const [, label] of words.matchAll(/\{([\w-]+)\}/g)) if (labels && !Object.hasOwn(labels, label!)) fault(offset, 'svg-label', { label: label! })
  // RPO is RPO in every language.
  if (/\p{L}{2,}/u.test(words.replace(/\{[\w-]+\}|\b[A-Z]{2,5}\b/g, ''))) fault(offset, 'svg-words', {})
  parent.children.push(words.trim())
}

function tagOf(source: string, offset: number, fault: Add): Tag | undefined {
  const [, close, element = '', inside = '', empty] = /^<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<&]*")*)\s*(\/?)>$/.exec(source) ?? []
  if (!element) return void fault(offset, 'svg-broken', { element: source.slice(0, 30) })
  if (!elements.has(element)) return void fault(offset, 'svg-element', { element })
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of inside.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name === 'xmlns') continue
    if (!allowed(name, value)) fault(offset + source.indexOf(`${name}="`), 'svg-attribute', { attribute: `${name}="${value}"` })
    attributes[name] = value
  }
  return { element, attributes, offset, close: close === '/', empty: empty === '/' }
}

const allowed = (name: string, value: string) =>
  plainAttributes.has(name) ? /^[\w\s.,()%+-]*$/.test(value)
    : name === 'id' ? /^[a-z][a-z0-9-]*$/.test(value)
      : name === 'class' ? value.split(' ').every(word => /^fig-[a-z0-9-]+$/.test(word))
        : colours.has(name) ? /^(none|currentColor|url\(#[\w-]+\))$/.test(value)
          : references.has(name) && /^url\(#[\w-]+\)$/.test(value)
