import { z } from 'zod'
import { query, type Actor, type Context } from '#trust/audit/audit.ts'
import { chosen, countsOf, filters, orders, readGroup } from './read-group.ts'

export const pageSize = 50

const view = { run: z.string().max(120), filter: z.enum(filters).default('all'), sort: z.enum(orders).default('name') }
/** What a view of a gradebook is called in its address; a word that is none of these is no address. */
export const viewIn = ({ filter, sort, page }: Record<string, string>) => ({ ...filter && { filter }, ...sort && { sort }, ...page && { page } })

const teaches = (actor: Actor, { teachers }: { teachers: string[] }) => actor.role === 'teacher' && teachers.includes(actor.person!)

/** Only the teachers of a run see its gradebook; the look is recorded for everybody whose name it opens. By name that is the whole view: no other order needs it. */
export const showGroup = query('learning.show-group', {
  input: z.strictObject({ ...view, page: z.coerce.number().int().min(1).max(1000).default(1) }),
  async find(ctx: Context, { run, filter, sort, page }) {
    const group = await readGroup(ctx, run, 'learning.show-group')
    if (!group) return undefined
    const all = chosen(group.rows, filter, sort)
    const rows = sort === 'name' ? all : all.slice((page - 1) * pageSize, page * pageSize)
    return { ...group, rows, names: namesAmong(group.names, rows), filter, sort, page, total: all.length, counts: countsOf(group.rows) }
  },
  may: teaches,
  reveals: ({ rows }) => rows.map(({ enrolment }) => enrolment.person),
})

/** How many learners a view holds, before anybody takes it out: a count names nobody. */
export const countGroup = query('learning.count-group', {
  input: z.strictObject(view),
  async find(ctx: Context, { run, filter, sort }) {
    const group = await readGroup(ctx, run, 'learning.take-out-group')
    return group && { run: group.run, teachers: group.teachers, filter, sort, count: chosen(group.rows, filter, sort).length }
  },
  may: teaches,
  reveals: () => [],
})

/** The same view whole, to become a file. Whoever is in it finds the taking out, with what it was for, among the looks at their data. */
export const takeOutGroup = query('learning.take-out-group', {
  input: z.strictObject(view),
  async find(ctx: Context, { run, filter, sort }) {
    const group = await readGroup(ctx, run, 'learning.take-out-group')
    if (!group) return undefined
    const rows = chosen(group.rows, filter, sort)
    return { ...group, rows, names: namesAmong(group.names, rows), filter, sort }
  },
  may: teaches,
  reveals: ({ rows }) => rows.map(({ enrolment }) => enrolment.person),
})

// What is not here is not opened either.
const namesAmong = <Person extends { id: string }>(names: Person[], rows: { enrolment: { person: string } }[]): Person[] => {
  const among = new Set(rows.map(({ enrolment }) => enrolment.person))
  return names.filter(({ id }) => among.has(id))
}
