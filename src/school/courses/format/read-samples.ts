// Sample works stand in course.yaml as Markdown; what is wrong with one is told at the field that holds it.
import { inEveryLanguage, locales } from '#platform/locale.ts'
import type { SampleWork } from './course-folder.ts'
import { FaultList, type Fault } from './faults.ts'
import { listIn } from './judge-names.ts'
import { readMarkdown, type Markdown } from './read-markdown.ts'
import type { Judge } from './read-yaml.ts'

const read = (text: string): { markdown: Markdown; faults: Fault[] } => {
  const faults: Fault[] = []
  return { markdown: readMarkdown(text, new FaultList('', faults)), faults }
}

const textIn = (sample: unknown, locale: string): string | undefined => {
  const work = sample && typeof sample === 'object' ? (sample as { work?: unknown }).work : undefined
  const text = work && typeof work === 'object' ? (work as Record<string, unknown>)[locale] : undefined
  return typeof text === 'string' ? text : undefined
}

/** Figures that `isDrawn` and lessons that `isLesson` may be named, checks may not be asked, and the figures are the same in every language. */
export const judgeSamples = ({ isDrawn, isLesson }: Record<'isDrawn' | 'isLesson', (name: string) => boolean>): Judge => (course, fault) => {
  for (const [at, sample] of listIn(course, 'samples').entries()) {
    const texts = locales.map(locale => ({ locale, path: ['samples', at, 'work', locale], text: textIn(sample, locale) }))
    const shown = texts.map(({ path, text }) => {
      if (text === undefined) return undefined
      const { markdown, faults } = read(text)
      for (const { code, facts } of faults) fault(path, code, facts)
      for (const { name } of markdown.figures) if (!isDrawn(name)) fault(path, 'unknown-figure', { name })
      for (const { name } of markdown.lessons) if (!isLesson(name)) fault(path, 'unknown-lesson', { name })
      if (markdown.checks.length) fault(path, 'not-used', { kind: 'check' })
      if (markdown.videos.length) fault(path, 'not-used', { kind: 'video' })
      return markdown.figures.map(({ name }) => name).join()
    })
    for (const [index, { path }] of texts.entries())
      if (shown[0] !== undefined && shown[index] !== undefined && shown[index] !== shown[0]) fault(path, 'languages-differ', { thing: 'figures', other: 'ru' })
  }
}

type Written = Omit<SampleWork, 'work'> & { work: Record<'ru' | 'kk' | 'en', string> }

/** The samples as blocks, and the figures that they show. */
export function readSamples(samples: Written[]): { samples: SampleWork[]; figures: string[] } {
  const figures: string[] = []
  const works = samples.map(({ work, ...about }): SampleWork => ({ ...about, work: inEveryLanguage(locale => {
    const { blocks, figures: named } = read(work[locale]).markdown
    figures.push(...named.map(({ name }) => name))
    return blocks
  }) }))
  return { samples: works, figures }
}
