import type { Locale } from '#platform/locale.ts'
import type { Block, Inline, Lesson } from '#school/courses/courses.ts'

/** A lesson to take along: Markdown, which any text program opens. Figures come as the words that describe them. */
export const lessonAsText = (lesson: Lesson, locale: Locale): string =>
  `# ${lesson.title[locale]}\n\n${lesson.blocks.map(block => block.kind === 'video' ? videoAsText(lesson, block, locale) : blockAsText(block)).filter(Boolean).join('\n\n')}\n`

/** A video comes as its transcript. */
const videoAsText = ({ videos }: Lesson, { name, title }: Extract<Block, { kind: 'video' }>, locale: Locale) =>
  [`[${title}]`, ...(videos.find(each => each.name === name)?.transcript[locale] ?? []).map(blockAsText)].join('\n\n')

function blockAsText(block: Block): string {
  switch (block.kind) {
    case 'heading': return `${'#'.repeat(block.level)} ${words(block.of)}`
    case 'paragraph': return words(block.of)
    case 'list': return block.items.map((item, index) => `${block.ordered ? `${block.start + index}.` : '-'} ${item.map(blockAsText).join('\n')}`).join('\n')
    case 'quote': return block.of.map(blockAsText).join('\n\n').replace(/^/gm, '> ')
    case 'code': return `\`\`\`${block.language}\n${block.text}\n\`\`\``
    case 'table': return [block.head, ...block.rows].map(row => `| ${row.map(words).join(' | ')} |`).toSpliced(1, 0, `|${block.head.map(() => ' --- |').join('')}`).join('\n')
    case 'figure': return `[${block.caption}: ${block.alt}]`
    case 'compare': return `[${block.caption} ${block.before.label}: ${block.before.alt} ${block.after.label}: ${block.after.alt}]`
    case 'dialogue': return block.lines.map(({ who, says, means }) => `**${who}:** ${says}${means ? ` (${means})` : ''}`).join('\n\n')
    case 'video': return `[${block.title}]`
    case 'check': return ''
    case 'rule': return '---'
  }
}

const words = (of: Inline[]): string => of.map(part => {
  switch (part.kind) {
    case 'text': return part.text
    case 'code': return `\`${part.text}\``
    case 'strong': return `**${words(part.of)}**`
    case 'emphasis': return `*${words(part.of)}*`
    case 'link': return `[${words(part.of)}](${part.to})`
    case 'break': return '\n'
    default: return words(part.of)
  }
}).join('')
