import { Refusal } from '#platform/refusal.ts'
import { copiesAbroad } from '#trust/evidence/evidence.ts'

type School = Parameters<typeof copiesAbroad>[0]

/** No copy goes to a country that a school has promised its data does not go to: neither by hand nor by night. @throws Refusal 409 */
export function refuseAbroad(schools: readonly School[]): void {
  for (const school of schools) {
    const country = copiesAbroad(school)
    if (country) throw new Refusal(409, 'backups.abroad', { site: school.site, country })
  }
}
