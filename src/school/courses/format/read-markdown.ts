import { z } from 'zod'
import type { Block } from './course-folder.ts'
import { Accepted, Slug, answerable, choices, words } from './questions.ts'
import { readYaml } from './read-yaml.ts'
import { toBlocks } from './to-blocks.ts'
import { top, type FaultList, type Place } from './faults.ts'

const said = words()
const base = { id: Slug, question: said, why: said }
const { single, multiple, numeric, short } = choices(said, Accepted)
const CheckRead = z.discriminatedUnion('type', [
  z.strictObject({ ...base, ...single }),
  z.strictObject({ ...base, ...multiple }),
  z.strictObject({ ...base, ...numeric }),
  z.strictObject({ ...base, ...short }),
]).superRefine(answerable)
export type CheckInOneLanguage = z.infer<typeof CheckRead>

const DialogueRead = z.strictObject({
  lang: z.enum(['ru', 'kk', 'en']),
  lines: z.array(z.strictObject({ who: said, says: said, means: said.optional() })).min(2),
})

const VideoRead = z.strictObject({ name: Slug, title: words(300) })
const Compared = z.strictObject({ figure: z.string().regex(/^[a-z0-9-]+$/), label: words(60), alt: said })
const CompareRead = z.strictObject({ before: Compared, after: Compared, caption: said })

/** What stands where: names that only the whole course can judge. */
export type Mention = { place: Place; name: string }
export type Markdown = { blocks: Block[]; checks: CheckInOneLanguage[]; asked: Mention[]; figures: Mention[]; videos: Mention[]; lessons: Mention[] }

/** Markdown to blocks; whatever is not in the list of blocks is a fault, so nothing unsafe can be written down at all. */
export function readMarkdown(text: string, faults: FaultList): Markdown {
  const found: Markdown = { blocks: [], checks: [], asked: [], figures: [], videos: [], lessons: [] }
  found.blocks = toBlocks(text, faults, found, {
    check(yaml, inside) {
      const check = readYaml(yaml, CheckRead, inside)
      if (check) found.asked.push({ name: check.id, place: inside.at(top) })
      if (check) found.checks.push(check)
      return check ? { kind: 'check', id: check.id } : undefined
    },
    video(yaml, inside) {
      const video = readYaml(yaml, VideoRead, inside)
      if (video) found.videos.push({ name: video.name, place: inside.at(top) })
      return video ? { kind: 'video', ...video } : undefined
    },
    compare(yaml, inside) {
      const compare = readYaml(yaml, CompareRead, inside)
      if (compare) found.figures.push(...[compare.before, compare.after].map(({ figure }) => ({ name: figure, place: inside.at(top) })))
      return compare ? { kind: 'compare', ...compare } : undefined
    },
    dialogue(yaml, inside) {
      const dialogue = readYaml(yaml, DialogueRead, inside)
      return dialogue ? { kind: 'dialogue', ...dialogue } : undefined
    },
  })
  return found
}

/** A text outside the lessons: it has no figures, no videos and no checks. */
export function onlyText({ blocks, checks, figures, videos }: Markdown, faults: FaultList): Block[] {
  for (const { place, name } of figures) faults.found.push({ ...place, code: 'unknown-figure', facts: { name } })
  for (const { place } of videos) faults.found.push({ ...place, code: 'not-used', facts: { kind: 'video' } })
  if (checks.length) faults.add(top, 'not-used', { kind: 'check' })
  return blocks
}

/** The part between the two lines "---", and the Markdown below it. */
export function readPage<T>(text: string, front: z.ZodType<T>, faults: FaultList): { front: T; markdown: Markdown } | undefined {
  const [whole, yaml] = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text) ?? []
  if (whole === undefined) return void faults.add(top, 'no-front-matter')
  const matter = readYaml(yaml!, front, faults.below(1))
  const markdown = readMarkdown(text.slice(whole.length), faults.below(whole.split('\n').length - 1))
  return matter && { front: matter, markdown }
}
