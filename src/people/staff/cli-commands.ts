import { createWriteStream, existsSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { erase, exportPerson } from '#trust/rights/rights.ts'
import { addByTerminal, staffRoles } from './invite.ts'
import { messages } from './messages.ts'
import { findPerson, showPerson } from './people-office.ts'

/** The first people of a school, and looking somebody up, from the terminal. */
export const cliCommands: CliCommand<Context>[] = [
  {
    name: 'person add', says: messages['cli-add'], site: 'one',
    flags: { role: { says: messages['cli-role'], value: 'role', required: true }, identifier: { says: messages['cli-identifier'], value: 'text' } },
    async run({ site, system, flags, locale }) {
      const role = staffRoles.find(role => role === flags.role)
      if (!role) throw new Refusal(422, 'staff.cli-wrong-role')
      const { person, link } = await addByTerminal({ ...system(site), locale }, { role, ...(flags.identifier && { identifier: String(flags.identifier) }) })
      return { said: [fill(messages['cli-link'], { link })[locale]], json: { site, person, role, link } }
    },
  },
  {
    name: 'person find', says: messages['cli-find'], takes: ['who'], site: 'one',
    async run({ site, act, args, locale }) {
      const ctx = await act(site)
      const { plain } = await showPerson(ctx, { id: await findPerson(ctx, args.who ?? '') })
      return { said: [fill(messages['cli-found'], plain as never)[locale]], json: { site, id: plain.id, role: plain.role, state: plain.state } }
    },
  },
  {
    name: 'person export', says: messages['cli-export'], takes: ['who'], site: 'one',
    flags: { to: { says: messages['cli-to'], value: 'file' } },
    async run({ site, act, args, flags, path, locale }) {
      const ctx = await act(site)
      const person = await findPerson(ctx, args.who ?? '')
      const file = path(typeof flags.to === 'string' ? flags.to : `${site}-${person}.zip`)
      if (existsSync(file)) throw new Refusal(409, 'staff.cli-file-there', { file })
      await exportPerson(ctx, person, copy => pipeline(copy, createWriteStream(file, { flags: 'wx', mode: 0o600 })))
      return { said: [fill(messages['cli-exported'], { file })[locale]], json: { site, id: person, file, bytes: statSync(file).size } }
    },
  },
  {
    name: 'person erase', says: messages['cli-erase'], takes: ['who'], site: 'one',
    async run({ site, act, args, locale }) {
      const ctx = await act(site)
      const person = await findPerson(ctx, args.who ?? '')
      const proof = await erase(ctx, { person, reason: 'asked' })
      return { said: [fill(messages['cli-erasing'], { proof })[locale]], json: { site, proof } }
    },
  },
]
