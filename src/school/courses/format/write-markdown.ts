// Blocks back to Markdown: what is written here is read as the very same blocks.
import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Locale } from '#platform/locale.ts'
import type { Block, Check, Compared, Inline } from './course-folder.ts'
import { writeYaml } from './write-yaml.ts'

type Of = { locale: Locale; checks: Check[] }

/** The text of one language; its checks are written where they stand. */
export function writeMarkdown(blocks: Block[], of: Of): string {
  return toMarkdown({ type: 'root', children: blocks.map(block => nodeOf(block, of)) }, {
    // A rule of hyphens inside a list of hyphens would turn that list into one of stars.
    bullet: '-', bulletOther: '*', emphasis: '*', strong: '*', rule: '_', fences: true, listItemIndent: 'one', resourceLink: true,
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
  })
}

function nodeOf(block: Block, of: Of): RootContent {
  switch (block.kind) {
    case 'paragraph': return { type: 'paragraph', children: block.of.map(inlineOf) }
    case 'heading': return { type: 'heading', depth: block.level, children: block.of.map(inlineOf) }
    case 'quote': return { type: 'blockquote', children: inside(block.of, of) }
    case 'code': return { type: 'code', lang: block.language, value: block.text }
    case 'rule': return { type: 'thematicBreak' }
    case 'list': return listOf(block, of)
    case 'table': return { type: 'table', align: block.align, children: [block.head, ...block.rows].map(rowOf) }
    case 'figure': return { type: 'paragraph', children: [{ type: 'image', url: `figure:${block.name}`, alt: block.alt, title: block.caption }] }
    case 'compare': return fence('compare', { before: comparedOf(block.before), after: comparedOf(block.after), caption: block.caption })
    case 'dialogue': return fence('dialogue', { lang: block.lang, lines: block.lines.map(({ who, says, means }) => ({ who, says, ...means !== undefined && { means } })) })
    case 'video': return fence('video', { name: block.name, title: block.title })
    case 'check': return fence('check', checkOf(of.checks.find(({ id }) => id === block.id)!, of.locale))
  }
}

const comparedOf = ({ figure, label, alt }: Compared) => ({ figure, label, alt })
const inside = (blocks: Block[], of: Of) => blocks.map(block => nodeOf(block, of)) as BlockContent[]
const fence = (lang: string, value: object): RootContent => ({ type: 'code', lang, value: writeYaml(value).replace(/\n$/, '') })
const rowOf = (cells: Inline[][]): TableRow => ({ type: 'tableRow', children: cells.map(cell => ({ type: 'tableCell', children: cell.map(inlineOf) })) })

function listOf({ ordered, start, items }: Extract<Block, { kind: 'list' }>, of: Of): RootContent {
  const spread = !items.every(isShort)
  return { type: 'list', ordered, start, spread, children: items.map(item => ({ type: 'listItem', spread, children: inside(item, of) })) }
}

/** What can stand without an empty line between it and its neighbours, and be read as the same. */
const isShort = ([first, second, ...more]: Block[]) =>
  first?.kind === 'paragraph' && !more.length && (!second || second.kind === 'list' && !second.ordered && second.items.every(isShort))

function inlineOf(part: Inline): PhrasingContent {
  const children = (of: Inline[]) => of.map(inlineOf)
  const link = (url: string, of: Inline[], title?: string): PhrasingContent => ({ type: 'link', url, ...title && { title }, children: children(of) as Exclude<PhrasingContent, { type: 'link' | 'linkReference' }>[] })
  switch (part.kind) {
    case 'text': return { type: 'text', value: part.text }
    case 'code': return { type: 'inlineCode', value: part.text }
    case 'strong': return { type: 'strong', children: children(part.of) }
    case 'emphasis': return { type: 'emphasis', children: children(part.of) }
    case 'break': return { type: 'break' }
    case 'link': return link(part.to, part.of, [...part.tool ? ['tool'] : [], ...part.policy ? [`policy=${part.policy}`] : []].join(' '))
    case 'lesson': return link(`lesson:${part.slug}`, part.of)
    case 'foreign': return link(`lang:${part.lang}`, part.of)
  }
}

/** A check in one language, with its fields in the order in which one reads them. */
function checkOf(check: Check, locale: Locale): object {
  const { id, type } = check
  const why = check.explanation[locale]
  const asked = { id, type, question: check.text[locale] }
  switch (check.type) {
    case 'single': case 'multiple': return { ...asked, options: Object.fromEntries(check.options.map(option => [option.id, option.text[locale]])), right: check.right, why }
    case 'numeric': return { ...asked, right: check.right, ...check.tolerance && { tolerance: check.tolerance }, ...check.unit && { unit: check.unit[locale] }, why }
    case 'short': return { ...asked, right: check.right[locale], why }
  }
}
