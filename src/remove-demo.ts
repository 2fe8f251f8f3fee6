// The end of a demonstration: the schools stay, everybody in them goes. A mark in the data folder stands from before the first
// is erased until the last is, so that what was cut short is finished by the next start, and nobody is invented anew meanwhile.
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CliCommand } from '#platform/cli/cli.ts'
import type { DataFolder } from '#platform/data-folder/data-folder.ts'
import { logFault } from '#platform/fault.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { peopleIn } from '#trust/rights/rights.ts'
import { demoEnded, endDemo, messages } from '#people/demo/demo.ts'
import type { HouseInHand } from './obey.ts'
import { systemContext, type Ground, type Site } from './site.ts'

export type DemoPlace = { ground: Ground; sites: Map<string, Site>; now: () => Date; folder: Pick<DataFolder, 'path' | 'mode'>; shut?: Map<string, unknown> }
/** How far it has come. `ended` never fails: a fault is logged under the number that stands here, and the mark stays. */
export type Removal = { gone: number; all: number; over: boolean; fault?: string; ended: Promise<void> }

const markIn = (folder: string) => join(folder, 'removing-demo')
export const removalBegun = ({ path }: Pick<DataFolder, 'path'>): boolean => existsSync(markIn(path))

const removals = new WeakMap<Ground, Removal>()
/** The removal that runs in this process, or ran last. */
export const removalIn = ({ ground }: Pick<DemoPlace, 'ground'>): Removal | undefined => removals.get(ground)

/** Begins it, or joins the one that runs. @throws Refusal demo.not-a-demo outside of a demonstration. */
export function removeDemo(place: DemoPlace): Removal {
  const { ground, folder } = place
  if (folder.mode !== 'demo') throw new Refusal(409, 'demo.not-a-demo')
  const running = removalIn(place)
  if (running && !running.over) return running
  writeFileSync(markIn(folder.path), '', { flush: true, mode: 0o600 })
  const removal: Removal = { gone: 0, all: 0, over: false, ended: Promise.resolve() }
  removal.ended = carryOut(place, removal)
    // A school that is shut keeps its people until it opens: then it is their turn.
    .then(() => { if (!place.shut?.size) rmSync(markIn(folder.path), { force: true }) }, error => { removal.fault = logFault('demo', error) })
    .finally(() => { removal.over = true })
  removals.set(ground, removal)
  return removal
}

/** The schools in which a demonstration still is. */
export async function demonstrated({ ground, sites, now }: DemoPlace): Promise<Context[]> {
  const schools = [...sites.values()].map(site => systemContext(ground, site, now()))
  const ended = await Promise.all(schools.map(demoEnded))
  return schools.filter((_, place) => !ended[place])
}

async function carryOut(place: DemoPlace, removal: Removal) {
  const schools = await demonstrated(place)
  for (const ctx of schools) removal.all += (await peopleIn(ctx)).length
  for (const ctx of schools) {
    const before = removal.gone
    await endDemo(ctx, gone => { removal.gone = before + gone })
    removal.all = Math.max(removal.all, removal.gone)
  }
}

export const demoRemove: CliCommand<Context, HouseInHand> = {
  name: 'demo remove', says: messages['cli-remove'],
  async run({ house, sites, locale, progress }) {
    const removal = house().removeDemo()
    const saying = setInterval(() => progress(fill(messages.removing, { gone: removal.gone, all: removal.all })[locale]), 2000)
    await removal.ended.finally(() => clearInterval(saying))
    const { gone, fault } = removal
    if (fault) return { said: [fill(messages.unfinished, { fault })[locale]], json: { removed: false, people: gone, fault }, broken: true }
    return { said: [fill(messages.removed, { all: gone, schools: sites.length })[locale], ...sites.map(site => fill(messages['first-person'], { site })[locale])], json: { removed: true, people: gone, sites } }
  },
}
