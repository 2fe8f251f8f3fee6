import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

/** Every course in the catalogue can be opened: each of its lessons has its text in every language the course names. */
export const offerCourses = control('offer', 'courses', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db }) {
    const { rows: [found] } = await sql<{ courses: number; wrong: number }>`
      select count(*) as courses, count(*) filter (where missing > 0 or lessons = 0) as wrong from (
        select (select count(*) from courses.lessons l where l.version = v.id) as lessons,
          (select count(*) from courses.lessons l, unnest(v.languages) as language where l.version = v.id
            and not exists (select from courses.lesson_texts t where t.lesson = l.id and t.language = language)) as missing
        from courses.pointers p join courses.versions v on v.id = p.published) published`.execute(db)
    const { courses, wrong } = { courses: Number(found!.courses), wrong: Number(found!.wrong) }
    return judge(courses, wrong, fill(messages['courses-whole'], { courses, wrong }))
  },
})

export const controls = [offerCourses]
