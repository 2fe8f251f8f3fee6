import type { CliCommand } from '#platform/cli/cli.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { showRegister, tryTransfer } from './register.ts'

const list: CliCommand<Context> = {
  name: 'recipients list', site: 'one',
  says: { ru: 'кому школа передаёт данные, какие поля и до какого дня действует соглашение', kk: 'мектеп деректерді кімге, қай өрістермен береді және жария етпеу туралы келісім қай күнге дейін жарамды', en: 'who gets data from a school, which fields, and until when the agreement holds' },
  async run({ act, site, locale }) {
    const { entries } = await showRegister(await act(site), {})
    return {
      said: entries.map(({ recipient, closed, times }) => `${recipient.id}  ${recipient.name[locale]}  ${recipient.function[locale]}  ${recipient.fields.join(', ')}  ${recipient.agreement.until}  ${times}${closed ? `  ${messages[`reason-${closed}`][locale]}` : ''}`),
      json: entries.map(({ recipient: { id, name, function: does, ground, fields, hosts, country, agreement, certificate, assessment }, closed, times }) => ({ site, id, name, function: does, ground, fields, hosts, country, agreement, certificate, assessment, closed: closed ?? null, times })),
      broken: entries.some(({ closed }) => closed !== undefined),
    }
  },
}

const probe: CliCommand<Context> = {
  name: 'probe egress', takes: ['host', 'fields?'], site: 'one',
  flags: { purpose: { value: 'purpose', says: { ru: 'цель передачи', kk: 'беру мақсаты', en: 'what the transfer is for' } } },
  says: { ru: 'проверить, выпустят ли ворота эти поля по этому адресу; ничего не отправляется', kk: 'осы өрістер осы мекенжайға шығарыла ма, соны тексеру; ештеңе жіберілмейді', en: 'try whether the gate would let these fields out to this host; nothing is sent' },
  async run({ act, site, args, flags, locale }) {
    const fields = args.fields?.split(',').map(field => field.trim()).filter(Boolean) ?? []
    const found = await tryTransfer(await act(site), { host: args.host, fields, ...typeof flags.purpose === 'string' && { purpose: flags.purpose } })
    return { said: [found.allowed ? `${messages.allowed[locale]}: ${found.about}` : `${messages.refused[locale]}: ${messages[`reason-${found.refused!}`][locale]} (${found.about})`], json: { site, ...found }, broken: !found.allowed }
  },
}

export const cliCommands = [list, probe]
