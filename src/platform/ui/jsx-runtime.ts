// What JSX becomes on the server: an element is its HTML as soon as it is written down. There is no tree to build, walk and
// throw away. Islands are Preact on both sides and say so in their first line. See docs/decisions/2026-11-22-pages-are-strings.md.
import type { ComponentChildren, JSX as Preact } from 'preact'

/** HTML of our own making: the only thing that is drawn without being escaped. */
export class Html {
  readonly html: string
  constructor(html: string) { this.html = html }
  toString() { return this.html }
}

type Props = Record<string, unknown> & { children?: ComponentChildren }
/** What may be drawn. An island is not: Island draws it. */
type Drawable = Html | string | number | bigint | boolean | null | undefined | Drawable[]
type Component = (props: any) => Drawable

export declare namespace JSX {
  type Element = Html
  type ElementType = keyof IntrinsicElements | Component
  type IntrinsicElements = Preact.IntrinsicElements
  interface ElementChildrenAttribute { children: object }
  interface IntrinsicAttributes { key?: string | number }
}

const childless = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

/** An element with its children drawn, or what a component makes of its properties. */
export function jsx(type: string | Component, props: Props): Html {
  if (typeof type === 'function') {
    const made = type(props)
    return made instanceof Html ? made : new Html(drawn(made))
  }
  let html = `<${type}`
  for (const name in props) if (name !== 'children') html += attribute(name, props[name])
  if (childless.has(type)) return new Html(`${html}/>`)
  return new Html(`${html}>${drawn(props.children)}</${type}>`)
}

export { jsx as jsxs }
export const Fragment = ({ children }: Pick<Props, 'children'>): Html => new Html(drawn(children))

/** Text is escaped; nothing, yes and no draw nothing. Any other object was not meant for a page. */
function drawn(child: unknown): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Html) return child.html
  if (Array.isArray(child)) {
    let all = ''
    for (const each of child) all += drawn(each)
    return all
  }
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  throw new TypeError(`${typeof child === 'object' ? String(child) : typeof child} cannot be drawn`)
}

/** aria- and data- attributes say yes and no in words; others are there or not. */
function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`
  if (typeof value === 'boolean') return name.startsWith('aria-') || name.startsWith('data-') ? ` ${name}="${value}"` : value ? ` ${name}` : ''
  return ` ${name}="${escaped(String(value))}"`
}

const special = /["&<]/

function escaped(text: string): string {
  return special.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;') : text
}
