// What a guardian is shown of the school above.
import type { Text } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import * as courses from '#school/courses/courses.ts'
import * as enrolment from '#school/enrolment/enrolment.ts'

/** The courses somebody takes, the latest first, and when they completed each. */
export async function learntBy({ db }: Context, person: string): Promise<{ title: Text; completed_at: Date | null }[]> {
  const [enrolments, runs] = await Promise.all([enrolment.enrolmentsOf(db, person), courses.runsNamed(db, enrolment.runNamesOf(person))])
  return enrolments.flatMap(({ run, completed_at }) => runs.filter(({ id }) => id === run).map(({ about }) => ({ title: about.title, completed_at })))
}
