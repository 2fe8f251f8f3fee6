import type { Text } from '#platform/locale.ts'
import type { Outline } from '#school/courses/courses.ts'
import type { Progress, Requirement } from '#school/enrolment/enrolment.ts'

type Going = { run: { slug: string }; outline: Outline; progress: Progress; position: { lesson: string; place: number } | undefined }

/** Where "continue" leads, what stands there and why it is this and not another. Without an item everything is done. */
export type NextStep = { to: string; item: Requirement | undefined; why: 'why-stopped' | 'why-first' | 'why-open' | 'why-left' | undefined }

/** One stage of the way: a module, the test or the assignment. `minutes` is its length; the test and the assignment have none of their own. */
export type Stage = { kind: 'module' | 'test' | 'assignment'; title: Text; minutes: number; done: number; all: number; state: 'done' | 'now' | 'next'; to: string }

/** The section reached in the lesson last opened, else the first lesson that is not done, else what is still needed. */
export function nextStep({ run, position, progress: { items, done } }: Pick<Going, 'run' | 'position' | 'progress'>): NextStep {
  const stopped = position && items.find(each => each.kind === 'lesson' && each.item === position.lesson && !each.done)
  if (stopped) return { to: `/learn/${run.slug}/${stopped.item}${position.place ? `#place-${position.place}` : ''}`, item: stopped, why: 'why-stopped' }
  const open = items.find(each => each.kind === 'lesson' && !each.done)
  if (open) return { to: `/learn/${run.slug}/${open.item}`, item: open, why: done ? 'why-open' : 'why-first' }
  const rest = items.find(each => each.needed && !each.done)
  return rest ? { to: `/learn/${run.slug}/${rest.item}`, item: rest, why: 'why-left' } : { to: `/learn/${run.slug}`, item: undefined, why: undefined }
}

/** The modules in their order, then what the course asks for besides; where one stands is the stage of the next step. */
export function wayThrough(going: Going): Stage[] {
  const { run, outline, progress: { items } } = going
  const next = nextStep(going).item
  const isDone = (lesson: string) => items.some(({ kind, item, done }) => kind === 'lesson' && item === lesson && done)
  const modules = outline.map(({ title, lessons }): Stage => {
    const done = lessons.filter(({ slug }) => isDone(slug)).length
    const here = next?.kind === 'lesson' && lessons.some(({ slug }) => slug === next.item)
    const first = lessons.find(({ slug }) => !isDone(slug)) ?? lessons[0]
    return { kind: 'module', title, minutes: minutesOf(lessons), done, all: lessons.length, state: here ? 'now' : done === lessons.length ? 'done' : 'next', to: `/learn/${run.slug}/${here ? next.item : first?.slug ?? ''}` }
  })
  const others = items.filter(({ kind, needed }) => kind !== 'lesson' && needed).map(({ kind, item, title, done }): Stage =>
    ({ kind: kind as 'test', title, minutes: 0, done: done ? 1 : 0, all: 1, state: done ? 'done' : next?.item === item && next.kind === kind ? 'now' : 'next', to: `/learn/${run.slug}/${item}` }))
  return [...modules, ...others]
}

/** "Module 2, lesson 3 of 9": counted through the whole course, as the outline shows it. */
export function placeIn(outline: Outline, lesson: string): { module: number; number: number; all: number; minutes: number } | undefined {
  const module = outline.findIndex(({ lessons }) => lessons.some(({ slug }) => slug === lesson))
  if (module < 0) return undefined
  const all = outline.flatMap(({ lessons }) => lessons)
  const at = all.findIndex(({ slug }) => slug === lesson)
  return { module: module + 1, number: at + 1, all: all.length, minutes: all[at]!.minutes }
}

const minutesOf = (lessons: { minutes: number }[]) => lessons.reduce((sum, { minutes }) => sum + minutes, 0)
