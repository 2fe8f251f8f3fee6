// A school in full swing: somebody in every role, and one of everything. Samples of routes name things in it by $name.
import { issueWith } from '#school/certificates/certificates.ts'
import type { Member, School, Staff } from './fixtures.ts'

export type World = { here: School; people: Record<Staff, Member>; things: Record<string, string> }
/** Makes one of what a module knows, and names it. */
export type Builder = (world: World) => Promise<void>

const builders: Builder[] = [certificate]

export async function worldOf(here: School): Promise<World> {
  const roles = ['learner', 'teacher', 'operator', 'privacy-officer', 'support'] as const
  const people = Object.fromEntries(await Promise.all(roles.map(async role => [role, await here.member(role)]))) as World['people']
  const world: World = { here, people, things: Object.fromEntries(roles.map(role => [role, people[role].id])) }
  for (const build of builders) await build(world)
  return world
}

/** Puts the things of the world into a sample: '$course' becomes its name there. */
export function filled<T>(sample: T, { things }: World): T {
  return JSON.parse(JSON.stringify(sample ?? {}), (_, value) => {
    if (typeof value !== 'string' || !value.startsWith('$')) return value
    const thing = things[value.slice(1)]
    if (thing === undefined) throw new Error(`The test world has no ${value}: add a builder to test/world.ts`)
    return thing
  })
}

async function certificate({ here, people, things }: World) {
  const title = { ru: 'Курс', kk: 'Сабақ', en: 'Course' }
  const issue = issueWith(async () => ({ course: { title, hours: 1, assessed: [] }, holder: 'Аружан' }))
  things.certificate = (await issue(here.system, { person: people.learner.id, run: crypto.randomUUID() })).number
}
