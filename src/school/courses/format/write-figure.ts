import type { Drawing } from './course-folder.ts'

const first = ['id', 'class', 'viewBox']

/** A drawing as an SVG file that every editor opens. */
export function writeFigure({ element, attributes, children }: Drawing): string {
  return `${open({ element, attributes: { ...attributes, xmlns: 'http://www.w3.org/2000/svg' }, children })}\n`
}

function open(part: Drawing, indent = ''): string {
  const { element, attributes, children } = part
  const begin = `${indent}<${element}${sorted(attributes).map(([name, value]) => ` ${name}="${value}"`).join('')}`
  if (!children.length) return `${begin}/>`
  // Words stand on the line of their element: a space beside them would be seen.
  if (/^(text|tspan)$/.test(element)) return `${begin}>${children.map(child => typeof child === 'string' ? child : open(child)).join('')}</${element}>`
  return `${begin}>\n${children.map(child => typeof child === 'string' ? child : open(child, `${indent}  `)).join('\n')}\n${indent}</${element}>`
}

const sorted = (attributes: Record<string, string>) => Object.entries(attributes).sort(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1))
const place = (name: string) => first.includes(name) ? first.indexOf(name) : first.length
