import { sql } from 'kysely'
import { z } from 'zod'
import type { Text } from '#platform/locale.ts'
import { command, query, type Context } from '#trust/audit/audit.ts'
import { runBySlug, runsOpenNow } from '#school/courses/courses.ts'
import { graded } from './nameless.ts'

/** The office decides for one run; works that were begun keep what their learner was told. */
export const setNaming = command('assignments.set-naming', {
  input: z.strictObject({ run: z.string().max(120), anonymous: z.enum(['yes', 'no']) }),
  load: ({ db }: Context, { run }) => runBySlug(db, run),
  may: actor => actor.role === 'operator',
  run: ({ db }, { id: run }, { anonymous }) =>
    db.insertInto('assignments.naming').values({ run, anonymous: anonymous === 'yes' }).onConflict(clash => clash.columns(['site', 'run']).doUpdateSet({ anonymous: anonymous === 'yes' })).execute(),
  audit: ({ slug }) => ({ subject: null, thing: `run:${slug}` }),
})

export type Naming = { run: string; course: Text; title: Text; anonymous: boolean; decided: boolean; covered: number }

/** Every open run with its assignment, how its works are reviewed, who decided that, and how many wait without a name. */
export const showNaming = query('assignments.show-naming', {
  input: z.strictObject({}),
  async find({ db }: Context): Promise<Naming[]> {
    const [runs, said, decisions, covered] = await Promise.all([
      runsOpenNow(db),
      db.selectFrom('assignments.assignments').select(['version', 'title', 'anonymous']).execute(),
      db.selectFrom('assignments.naming').select(['run', 'anonymous']).execute(),
      sql<{ run: string; covered: number }>`select w.run, count(*)::int as covered from assignments.works w where w.alias is not null and ${graded('w.id')} is null group by w.run`.execute(db).then(({ rows }) => rows),
    ])
    return runs.flatMap(({ id, slug, version, about }) => {
      const assignment = said.find(each => each.version === version)
      if (!assignment) return []
      const decision = decisions.find(({ run }) => run === id)
      return [{ run: slug, course: about.title, title: assignment.title as Text, anonymous: decision?.anonymous ?? assignment.anonymous, decided: decision !== undefined, covered: covered.find(({ run }) => run === id)?.covered ?? 0 }]
    })
  },
  may: actor => actor.role === 'operator',
  reveals: () => [],
})
