// The five schools as newcomers meet them: by what each asks, and how it lets people in.
import { existsSync } from 'node:fs'
import { readSite } from '../src/site.ts'
import type { openTestDatabases, School } from './fixtures.ts'

type Ground = Awaited<ReturnType<typeof openTestDatabases>>

const why = '{ ru: Нужно для учёбы, kk: Оқу үшін керек, en: Needed for learning }'
const field = (name: string, category: string, needed = true) => `    - { field: ${name}, category: account.${category}, purpose: learning, needed: ${needed}, why: ${why} }`
const data = (category: string, needed = true) =>
  `  - { category: account.${category}, what: ${why}, why: ${why}, purposes: [learning], basis: consent, source: person, needed: ${needed}, recipients: [], term: account-kept }`
const age = (asks: string, from: number, guardianFrom?: number) => `age:\n  asks: ${asks}\n  from: ${from}\n${guardianFrom ? `  guardian-from: ${guardianFrom}\n` : ''}  why: ${why}`

/** How a school differs, while its own manifest is being written. */
const differences: Record<string, { identifier: string; fields: string[]; data: string[]; age: string }> = {
  'masteryn-quest': { identifier: 'login', fields: [field('name', 'name'), field('login', 'login'), field('birth-date', 'birth-date'), field('password', 'password')], data: [data('login'), data('birth-date')], age: age('birth-date', 18, 14) },
  'landscape-photo': { identifier: 'e-mail', fields: [field('first-name', 'name'), field('last-name', 'name'), field('email', 'email'), field('phone', 'phone', false), field('password', 'password')], data: [], age: 'age: none' },
  'webstapero-dev-notes': { identifier: 'e-mail', fields: [field('name', 'name'), field('email', 'email'), field('phone', 'phone', false), field('password', 'password')], data: [], age: age('statement', 18) },
}

export async function schoolOf({ school }: Ground, slug: string, edit = (manifest: string) => manifest): Promise<School> {
  if (existsSync(`sites/${slug}/policy.yaml`)) return school(slug, { manifest: edit(readSite(slug).manifest) })
  const different = differences[slug]!
  return school('mexrontal', { manifest: edit(readSite('mexrontal').manifest
    .replace(/^registration:[\s\S]*?^rights:/m, `registration:\n  identifier: ${different.identifier}\n  confirmed: ${different.identifier === 'e-mail'}\n  fields:\n${different.fields.join('\n')}\n${different.age}\nrights:`)
    .replace(/algorithm: bcrypt(, cost: \d+)?/, 'algorithm: argon2id')
    .replace(/^data:\n/m, `data:\n${different.data.map(line => `${line}\n`).join('')}`)) })
}

/** What somebody types into the form of a school. */
export function typed(here: School, over: Record<string, string> = {}): Record<string, string> {
  const mark = crypto.randomUUID().slice(0, 8)
  const all: Record<string, string> = {
    name: 'Аружан Сапарова', first_name: 'Аружан', last_name: 'Сапарова', login: `aru.${mark}`, email: `aru.${mark}@mail.example`, phone: '+7 701 555 01 23',
    birth_date: '1994-05-17', city: 'Қостанай', password: 'nine quiet paper boats',
  }
  const fields = here.policy.registration.fields.map(({ field }) => field.replace('-', '_'))
  return { ...Object.fromEntries(fields.map(name => [name, all[name]!])), ...over }
}
