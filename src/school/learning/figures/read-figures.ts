import { timesOpened } from '#trust/interaction/interaction.ts'
import type { Context } from '#trust/audit/audit.ts'
import { whoStopped } from '#trust/purposes/purposes.ts'
import { figuresOf, type RunFigures } from '#school/enrolment/enrolment.ts'
import { told, type Told } from './small-groups.ts'

/** What of a run is shown. `least`: how many learners a number must have behind it; `purpose`: whoever has stopped it is not counted. */
export type Rule = { least: number; shows: readonly ('weeks' | 'lessons' | 'opened')[]; purpose: string }
export type Figures = { learners: number | null; weeks: Told[]; lessons: Told[]; opened: { name: string; count: number }[] }
type Reader = Pick<Context, 'db' | 'now' | 'zone' | 'policy'>

/** So many weeks are shown, this one the last of them. */
const length = 12

const mondays = ({ now, zone }: Pick<Reader, 'now' | 'zone'>) => {
  const today = now.toTemporalInstant().toZonedDateTimeISO(zone).startOfDay()
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  return Array.from({ length }, (_, back) => monday.subtract({ weeks: length - 1 - back }))
}

/** The sums of a run as they stand, before anything is left out for being small. */
export async function sumsOf(ctx: Reader, run: string, { purpose }: Pick<Rule, 'purpose'>): Promise<RunFigures> {
  const weeks = mondays(ctx)
  const sums = await figuresOf(ctx.db, { run, without: await whoStopped(ctx, purpose), zone: ctx.zone, since: new Date(weeks[0]!.epochMilliseconds) })
  const known = new Map(sums.weeks.map(week => [week.name, week]))
  return { ...sums, weeks: weeks.map(each => each.toPlainDate().toString()).map(name => known.get(name) ?? { name, count: 0, people: 0 }) }
}

/** The same as a reader gets it: `lessons` are the names of the lessons in the order of the course. A run of a few learners shows nothing. */
export async function readFigures(ctx: Reader, run: string, lessons: string[], rule: Rule): Promise<Figures> {
  const { least, shows } = rule
  const page = (lesson: string) => `/learn/${run}/${lesson}`
  const [sums, opened] = await Promise.all([sumsOf(ctx, run, rule), shows.includes('opened') ? timesOpened(ctx.db, lessons.map(page)) : undefined])
  if (sums.learners < least) return { learners: null, weeks: [], lessons: [], opened: [] }
  const done = new Map(sums.lessons.map(lesson => [lesson.name, lesson]))
  return {
    learners: sums.learners,
    weeks: shows.includes('weeks') ? told(sums.weeks, { least }) : [],
    lessons: shows.includes('lessons') ? told(lessons.map(name => done.get(name) ?? { name, count: 0, people: 0 }), { least, of: sums.learners }) : [],
    opened: opened ? lessons.map(name => ({ name, count: opened.get(page(name)) ?? 0 })).toSorted((one, other) => other.count - one.count) : [],
  }
}
