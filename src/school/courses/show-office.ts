import { sql } from 'kysely'
import { z } from 'zod'
import type { Revealed } from '#platform/sealing/sealing.ts'
import { query, type Context } from '#trust/audit/audit.ts'
import { namesInRole } from '#people/accounts/accounts.ts'
import type { About } from './import-courses.ts'

/** Every course with its pointers, its runs and who teaches them: for whoever runs the school. */
export const showOffice = query('courses.show-office', {
  input: z.strictObject({}),
  async find({ db }: Context) {
    const [courses, runs, teachers, log, staff] = await Promise.all([
      db.selectFrom('courses.courses').innerJoin('courses.pointers', 'courses.pointers.course', 'courses.courses.id')
        .select(['courses.courses.id', 'slug', 'draft', 'published',
          sql<About>`(select about from courses.versions where id = coalesce(courses.pointers.published, courses.pointers.draft))`.as('about'),
          sql<number | null>`(select number from courses.versions where id = courses.pointers.published)`.as('published_number'),
          sql<number | null>`(select number from courses.versions where id = courses.pointers.draft)`.as('draft_number')])
        .orderBy('position').execute(),
      db.selectFrom('courses.runs').selectAll().orderBy('opens_at', 'desc').execute(),
      db.selectFrom('courses.teachers').select(['run', 'person']).where('person', 'is not', null).execute(),
      db.selectFrom('courses.publish_log').select(['course', 'act', 'at', sql<number | null>`(select number from courses.versions where id = version)`.as('number')]).orderBy('at', 'desc').limit(50).execute(),
      namesInRole(db, 'teacher'),
    ])
    return { courses, runs, log, staff, teachers: teachers.map(({ run, person }) => ({ run, person: person! })) }
  },
  may: actor => actor.role === 'operator',
  reveals: ({ staff }) => staff.map(({ id }) => id),
})

export type Office = Revealed<Awaited<ReturnType<typeof showOffice>>>
