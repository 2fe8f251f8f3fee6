import { sql } from 'kysely'
import { z } from 'zod'
import { fill } from '#platform/locale.ts'
import { isOutside, trackersIn } from '#platform/outside-address.ts'
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

/** Every outside link that can be read in a lesson leads by https and carries nothing that follows its reader. None has to be followed: nothing of a course counts it. */
export const offerOutsideLinks = control('offer', 'outside-links', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { db }) {
    const { rows } = await sql<{ to: string; times: number }>`
      select link #>> '{}' as to, count(*) as times from courses.lesson_texts t join courses.lessons l on l.id = t.lesson, jsonb_path_query(t.blocks, 'strict $.**?(@.kind == "link").to') link
      where l.version in (select published from courses.pointers union select version from courses.runs) group by 1`.execute(db)
    const links = rows.reduce((sum, { times }) => sum + Number(times), 0)
    const wrong = rows.filter(({ to }) => !isOutside(to) || trackersIn(to).length > 0).length
    return judge(links, wrong, fill(messages['outside-links'], { links, wrong }))
  },
})

export const controls = [offerCourses, offerOutsideLinks]
