// Every page of a school, with who may open it: what crawls of a whole school go through.
import type { Route } from '#platform/web/web.ts'
import { routes } from '../src/product.ts'
import type { Member, Staff } from './fixtures.ts'
import { filled, type World } from './world.ts'

/** `at` is the pattern of the route, `path` the address in this school, `as` nobody for a visitor. */
export type ShownPage = { at: string; path: string; as: Member | undefined; role: Staff | 'visitor' }

/** Everybody who may open a page: a page for everyone is opened by a visitor and by a learner. */
function rolesOf({ access, sample }: Route): (Staff | 'visitor')[] {
  if (sample?.as) return [sample.as as Staff]
  if (access === 'everyone') return ['visitor', 'learner']
  if (access === 'visitor') return ['visitor']
  return access === 'signed-in' || access === 'account' ? ['learner'] : [access].flat() as Staff[]
}

export const pagesOf = (world: World): ShownPage[] => routes.filter(route => route.kind === 'page' && route.sample).flatMap(route => {
  const { params, query } = filled(route.sample!, world)
  const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => params?.[name] ?? '')
  return rolesOf(route).map(role => ({ at: route.path, path: query ? `${path}?${new URLSearchParams(query)}` : path, role, as: role === 'visitor' ? undefined : world.people[role] }))
})
