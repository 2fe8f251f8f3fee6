import type { CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { topicAt } from './addresses.ts'
import { messages } from './messages.ts'
import { mostBytes, readLetter } from './read-letter.ts'
import { receiveLetter, type Received } from './receive-letter.ts'

/** What a mail server pipes its letters into. */
export const cliCommands: CliCommand<Context>[] = [{
  name: 'mail receive', says: messages['cli-receive'], site: 'some', reads: mostBytes,
  flags: { to: { says: messages['cli-to'], value: 'address' } },
  async run({ given, sites, system, flags, locale }) {
    const to = typeof flags.to === 'string' ? flags.to : undefined
    const { to: named, subject } = await readLetter(given)
    const site = sites.find(each => (to ? [to] : named).some(address => topicAt(system(each).policy, address, subject)))
    if (!site) throw new Refusal(404, 'support.mail-not-here', { address: to ?? named.join(', ') })
    const received = await receiveLetter(system(site), given, to)
    return { said: [said(received)[locale]], json: { site, ...received } }
  },
}]

const said = (received: Received) => 'ignored' in received ? messages[`mail-${received.ignored}`] : received.request !== undefined ? fill(messages['mail-request'], { request: received.request }) : fill(messages[received.joined ? 'mail-joined' : 'mail-opened'], { number: received.number })
