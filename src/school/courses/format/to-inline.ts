import type { Link, Node, PhrasingContent } from 'mdast'
import { isOutside, trackersIn } from '#platform/outside-address.ts'
import type { Inline } from './course-folder.ts'
import type { FaultList } from './faults.ts'
import type { Mention } from './read-markdown.ts'

export type Around = { faults: FaultList; lessons: Mention[] }

export const placed = (node: Node) => node.position?.start ?? { line: 1, column: 1 }

export const toInline = (nodes: readonly PhrasingContent[], around: Around): Inline[] =>
  nodes.map(node => inlineOf(node, around)).filter(inline => inline !== undefined)

function inlineOf(node: PhrasingContent, around: Around): Inline | undefined {
  const { faults } = around
  switch (node.type) {
    // A line that ends in the source is a space in the sentence.
    case 'text': return { kind: 'text', text: node.value.replaceAll('\n', ' ') }
    case 'inlineCode': return { kind: 'code', text: node.value }
    case 'strong': return { kind: 'strong', of: toInline(node.children, around) }
    case 'emphasis': return { kind: 'emphasis', of: toInline(node.children, around) }
    case 'break': return { kind: 'break' }
    case 'link': return linkOf(node, around)
    case 'image': return void faults.add(placed(node), 'not-a-figure', { address: node.url })
    case 'html': return void faults.add(placed(node), 'raw-html')
    default: return void faults.add(placed(node), 'not-used', { kind: node.type })
  }
}

function linkOf(node: Link, around: Around): Inline | undefined {
  const of = toInline(node.children, around)
  const [, scheme, name = ''] = /^(lesson|lang):([a-z0-9-]+)$/.exec(node.url) ?? []
  if (scheme === 'lang' && /^(ru|kk|en)$/.test(name)) return { kind: 'foreign', lang: name, of }
  if (scheme === 'lesson') {
    around.lessons.push({ name, place: around.faults.at(placed(node)) })
    return { kind: 'lesson', slug: name, of }
  }
  if (!scheme && isOutside(node.url)) return outsideLink(node, of, around)
  return void around.faults.add(placed(node), 'bad-link', { address: node.url })
}

/** In the title of an outside link stands what is to be known of its site: "tool", "policy=https://…", or both. */
function outsideLink(node: Link, of: Inline[], { faults }: Around): Inline | undefined {
  const [tracker] = trackersIn(node.url)
  if (tracker) return void faults.add(placed(node), 'tracking-link', { parameter: tracker })
  const said = node.title?.split(/ +/) ?? []
  const tool = said.includes('tool')
  const policy = said.find(word => word.startsWith('policy='))?.slice('policy='.length)
  const isRead = said.every(word => word === 'tool' || word === `policy=${policy}`) && (policy === undefined || isOutside(policy) && !trackersIn(policy).length)
  if (!isRead) return void faults.add(placed(node), 'link-title', { title: node.title! })
  return { kind: 'link', to: node.url, ...policy !== undefined && { policy }, ...tool && { tool }, of }
}
