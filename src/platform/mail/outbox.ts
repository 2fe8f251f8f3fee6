// Without a mail server a demo keeps its letters here, each with its person, so that they are copied and erased with them.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outgoing } from './transport.ts'

export type Kept = Pick<Outgoing, 'id' | 'from' | 'replyTo' | 'to' | 'subject' | 'text' | 'person'> & { at: string }

const folderOf = (data: string, site: string, person = '') => join(data, 'outbox', site, person)

/** In one step, so that a letter is there whole or not at all; sent twice, it replaces itself. */
export function keepLetter(data: string, { id, site, person, from, replyTo, to, subject, text, at }: Outgoing) {
  const folder = folderOf(data, site, person)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept: Kept = { id, person, from, ...replyTo && { replyTo }, to, subject, text, at: at.toISOString() }
  writeFileSync(join(folder, `${id}.new`), JSON.stringify(kept, null, 2), { mode: 0o600 })
  renameSync(join(folder, `${id}.new`), join(folder, `${id}.json`))
}

/** The letters of a school, or of one person there, the newest first. */
export function keptLetters(data: string, site: string, person?: string): Kept[] {
  const people = person ? [person] : list(folderOf(data, site))
  return people.flatMap(each => list(folderOf(data, site, each)).filter(file => file.endsWith('.json'))
    .map(file => JSON.parse(readFileSync(join(folderOf(data, site, each), file), 'utf8')) as Kept)).sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

/** How many letters of a school lie here; none is opened for it. */
export const countLetters = (data: string, site: string): number =>
  list(folderOf(data, site)).reduce((sum, each) => sum + list(folderOf(data, site, each)).filter(file => file.endsWith('.json')).length, 0)

/** What the data map knows the folder by: it is no column, so it says itself what it holds of a person and how it forgets them. */
export const outboxStore = (data: string) => ({
  name: 'mail.outbox',
  category: 'communication.mail',
  people: async (site: string) => list(folderOf(data, site)),
  list: async (site: string, person: string) => keptLetters(data, site, person).map(({ id }) => id),
  export: async (site: string, person: string) => keptLetters(data, site, person),
  erase: async (site: string, person: string) => rmSync(folderOf(data, site, person), { recursive: true, force: true }),
  /** Whether anything in the store still holds these words. */
  canary: async (site: string, words: string) => keptLetters(data, site).filter(letter => JSON.stringify(letter).includes(words)).map(({ id }) => id),
})

const list = (folder: string) => existsSync(folder) ? readdirSync(folder) : []
