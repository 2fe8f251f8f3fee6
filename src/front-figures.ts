// What is going on in a school at this moment, for the first page of a demonstration: figures from its database, and who may look closer.
import { inSite } from '#platform/database/database.ts'
import { lawProfile, localDate } from '#trust/law/law.ts'
import { countStates, evidenceOf } from '#trust/evidence/evidence.ts'
import { noticesAt } from '#trust/publication/publication.ts'
import { firstRequest, type RunningRequest } from '#trust/rights/rights.ts'
import { activeAmong } from '#people/accounts/accounts.ts'
import { inventedIn, type DemoPerson } from '#people/demo/demo.ts'
import { worksWaiting, type WorksWaiting } from '#school/assignments/assignments.ts'
import { allCourses, type Course } from '#school/courses/courses.ts'
import { lettersIn } from './outbox.ts'
import { systemContext, type Ground, type Site } from './site.ts'

/** What there may be to see, each for somebody of one role. */
export const sights = { works: 'teacher', request: 'privacy-officer', change: 'learner', letters: 'operator' } as const
export type Sight = keyof typeof sights

/** `change` comes into force in `days`, counted by dates where the school is. `people` are those of the invented who are still there. */
export type Living = {
  site: Site; states: ReturnType<typeof countStates>; looked: boolean; courses: Course[]; people: DemoPerson[]
  works: WorksWaiting | undefined; request: RunningRequest | undefined; change: { version: number; from: Date; days: number } | undefined; letters: number
}

/** One transaction whose questions travel together. */
export async function livingOf(ground: Ground, site: Site, now: Date): Promise<Living> {
  const { policy } = systemContext(ground, site, now)
  const invented = inventedIn(site.slug)
  const [checked, courses, works, request, present] = await inSite(ground.db, site.slug, db => Promise.all([
    evidenceOf(db, policy, now), allCourses(db), worksWaiting({ db, policy }), firstRequest({ db, policy, now }), activeAmong(db, Object.values(invented)),
  ]), { session: 'system', now, looks: true })
  const [coming] = noticesAt(site.book, now)
  return {
    site, states: countStates(checked), looked: checked.some(({ looked }) => looked), courses, works, request, letters: lettersIn(site.slug),
    change: coming && { version: coming.version, from: coming.from, days: daysBetween(now, coming.from, lawProfile(policy.law)) },
    people: site.settings.people.filter(({ key }) => present.includes(invented[key] ?? '')),
  }
}

const daysBetween = (now: Date, then: Date, law: Parameters<typeof localDate>[1]) => Math.round((Date.parse(localDate(then, law)) - Date.parse(localDate(now, law))) / 86_400_000)

/** Where it is seen. What is gone by now leads to where it was. */
export function placeOf(sight: Sight, { works, request, change }: Pick<Living, 'works' | 'request' | 'change'>): string {
  if (sight === 'works') return works ? `/teach/submissions/${works.first}` : '/teach'
  if (sight === 'request') return request ? `/privacy-office/requests/${request.id}` : '/privacy-office/requests'
  if (sight === 'change') return change ? `/privacy/versions?from=${change.version - 1}&to=${change.version}#difference` : '/privacy/versions'
  return '/outbox'
}
