import type { ComponentChildren } from 'preact'
import { speaker, type Locale } from '#platform/locale.ts'
import { BeforeAfter, OutsideLink } from '#platform/ui/ui.ts'
import type { Block, Compared, Figure, Inline } from './course-folder.ts'
import { FigureDrawing } from './figure-drawing.tsx'
import { messages } from './messages.ts'

type Body = {
  blocks: Block[]
  figures: Figure[]
  locale: Locale
  /** Draws the check of this id: the page has the question without its answer. */
  check: (id: string) => ComponentChildren
  /** Draws a video that the text shows. */
  video?: (name: string, title: string) => ComponentChildren
  /** The address of another lesson of the course. */
  lesson: (slug: string) => string
}

/** A text as it was written in Markdown: blocks only, so nothing in it can be markup of its own. */
export const LessonBody = ({ blocks, ...around }: Body) => <>{blocks.map(block => drawBlock(block, around))}</>

type Around = Omit<Body, 'blocks'>

function drawBlock(block: Block, around: Around): ComponentChildren {
  const inside = (of: Inline[]) => of.map(part => drawInline(part, around))
  switch (block.kind) {
    case 'paragraph': return <p>{inside(block.of)}</p>
    case 'heading': {
      const Heading = `h${block.level}` as 'h2'
      return <Heading>{inside(block.of)}</Heading>
    }
    case 'quote': return <blockquote><LessonBody blocks={block.of} {...around} /></blockquote>
    case 'code': return <div class="code" role="group" aria-label={block.language} tabindex={0}><p class="label">{block.language}</p><pre><code>{block.text}</code></pre></div>
    case 'rule': return <hr />
    case 'check': return around.check(block.id)
    case 'video': return around.video?.(block.name, block.title) ?? <p>{block.title}</p>
    case 'list': return <List {...block} around={around} />
    case 'table': return <LessonTable {...block} around={around} />
    case 'figure': return <LessonFigure {...block} around={around} />
    case 'compare': return <Compare {...block} around={around} />
    case 'dialogue': return <Dialogue {...block} />
  }
}

function drawInline(part: Inline, around: Around): ComponentChildren {
  const inside = (of: Inline[]) => of.map(each => drawInline(each, around))
  switch (part.kind) {
    case 'text': return part.text
    case 'code': return <code>{part.text}</code>
    case 'strong': return <strong>{inside(part.of)}</strong>
    case 'emphasis': return <em>{inside(part.of)}</em>
    case 'break': return <br />
    case 'foreign': return <span lang={part.lang}>{inside(part.of)}</span>
    case 'lesson': return <a href={around.lesson(part.slug)}>{inside(part.of)}</a>
    case 'link': return <OutsideLink to={part.to} policy={part.policy} tool={part.tool}>{inside(part.of)}</OutsideLink>
  }
}

type Of<K extends Block['kind']> = Extract<Block, { kind: K }> & { around: Around }

function List({ ordered, start, items, around }: Of<'list'>) {
  // A short item is one paragraph in the tree; on the page it needs no paragraph of its own.
  const lines = items.map(([only, ...more]) => (
    <li>{only?.kind === 'paragraph' && !more.length ? only.of.map(part => drawInline(part, around)) : <LessonBody blocks={only ? [only, ...more] : []} {...around} />}</li>
  ))
  return ordered ? <ol start={start}>{lines}</ol> : <ul>{lines}</ul>
}

function LessonTable({ align, head, rows, around }: Of<'table'>) {
  const inside = (of: Inline[]) => of.map(part => drawInline(part, around))
  const side = (column: number) => (align[column] ? `align-${align[column]}` : undefined)
  return (
    <div class="table" tabindex={0} role="group" aria-label={speaker(messages, around.locale)('table')}>
      <table>
        <thead><tr>{head.map((cell, column) => <th scope="col" class={side(column)}>{inside(cell)}</th>)}</tr></thead>
        <tbody>{rows.map(row => <tr>{row.map((cell, column) => <td class={side(column)}>{inside(cell)}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}

function LessonFigure({ name, alt, caption, around: { figures, locale } }: Of<'figure'>) {
  const figure = figures.find(each => each.name === name)
  return (
    <figure class="figure">
      {figure ? <div class="drawing" tabindex={0} role="group" aria-label={speaker(messages, locale)('drawing')}><FigureDrawing figure={figure} alt={alt} locale={locale} /></div> : <p>{alt}</p>}
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

function Compare({ before, after, caption, around: { figures, locale } }: Of<'compare'>) {
  const shown = ({ figure: name, alt, label }: Compared) => {
    const figure = figures.find(each => each.name === name)
    return { label, shows: figure ? <FigureDrawing figure={figure} alt={alt} locale={locale} /> : <p>{alt}</p> }
  }
  return <BeforeAfter before={shown(before)} after={shown(after)} caption={caption} />
}

const Dialogue = ({ lang, lines }: Extract<Block, { kind: 'dialogue' }>) => (
  <dl class="dialogue">
    {lines.map(({ who, says, means }) => (
      <>
        <dt>{who}</dt>
        <dd><span lang={lang}>{says}</span>{means && <span class="meaning">{means}</span>}</dd>
      </>
    ))}
  </dl>
)
