import type { BlockContent, DefinitionContent, Image, Nodes, Root, RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Block } from './course-folder.ts'
import type { FaultList } from './faults.ts'
import type { Mention } from './read-markdown.ts'
import { placed, toInline, type Around } from './to-inline.ts'

type Node = RootContent | BlockContent | DefinitionContent
type Fence = (yaml: string, faults: FaultList) => Block | undefined
/** Blocks written as fenced YAML, by the word after the fence. */
export type Fences = Record<string, Fence>

export function toBlocks(text: string, faults: FaultList, found: { figures: Mention[]; lessons: Mention[] }, fences: Fences): Block[] {
  const tree: Root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const deep = deepestIn(tree)
  if (deep) {
    faults.add(placed(deep), 'too-deep')
    return []
  }
  return blocksOf(tree.children, { faults, ...found, fences })
}

/** Lists in quotes in lists: nobody reads the thirtieth, and a page that draws it may run out of stack. */
const deepest = 30

function deepestIn(tree: Root): Nodes | undefined {
  for (let level: Nodes[] = [tree], depth = 0; level.length; depth++) {
    if (depth > deepest) return level[0]
    level = level.flatMap(node => 'children' in node ? node.children : [])
  }
  return undefined
}

type Reading = Around & { fences: Fences; figures: Mention[] }

const blocksOf = (nodes: readonly Node[], reading: Reading): Block[] =>
  nodes.map(node => blockOf(node, reading)).filter(block => block !== undefined)

function blockOf(node: Node, reading: Reading): Block | undefined {
  const { faults } = reading
  switch (node.type) {
    case 'paragraph': {
      const [only] = node.children
      if (node.children.length === 1 && only?.type === 'image') return figureOf(only, reading)
      return { kind: 'paragraph', of: toInline(node.children, reading) }
    }
    case 'heading':
      if (node.depth === 1 || node.depth > 4) return void faults.add(placed(node), 'heading-level')
      return { kind: 'heading', level: node.depth as 2 | 3 | 4, of: toInline(node.children, reading) }
    case 'list':
      return { kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items: node.children.map(item => blocksOf(item.children, reading)) }
    case 'blockquote': return { kind: 'quote', of: blocksOf(node.children, reading) }
    case 'code': return codeOf(node, reading)
    case 'table': return tableOf(node, reading)
    case 'thematicBreak': return { kind: 'rule' }
    case 'html': return void faults.add(placed(node), 'raw-html')
    default: return void faults.add(placed(node), 'not-used', { kind: node.type })
  }
}

function codeOf(node: Extract<Node, { type: 'code' }>, { fences, faults }: Reading): Block | undefined {
  const fence = fences[node.lang ?? '']
  const { line, column } = placed(node)
  if (fence) return fence(node.value, faults.below(line, column - 1))
  return { kind: 'code', language: /^[a-z0-9+-]+$/.test(node.lang ?? '') ? node.lang! : 'text', text: node.value }
}

function tableOf(node: Table, reading: Reading): Block {
  const [head = [], ...rows] = node.children.map(row => row.children.map(cell => toInline(cell.children, reading)))
  // A row may be written with fewer cells than there are columns.
  return { kind: 'table', align: node.align ?? [], head, rows: rows.map(cells => head.map((_, column) => cells[column] ?? [])) }
}

function figureOf(image: Image, { faults, figures }: Reading): Block | undefined {
  const [, name] = /^figure:([a-z0-9-]+)$/.exec(image.url) ?? []
  const at = placed(image)
  if (!name) return void faults.add(at, 'not-a-figure', { address: image.url })
  if (!image.alt?.trim()) return void faults.add(at, 'no-alternative', { name })
  if (!image.title?.trim()) return void faults.add(at, 'no-caption', { name })
  figures.push({ name, place: faults.at(at) })
  return { kind: 'figure', name, alt: image.alt, caption: image.title }
}
