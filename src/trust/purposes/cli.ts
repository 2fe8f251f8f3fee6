import type { CliCommand } from '#platform/cli/cli.ts'
import { fill } from '#platform/locale.ts'
import type { Context } from '#trust/audit/audit.ts'
import { messages } from './messages.ts'
import { probePurpose, showPurposes } from './probe.ts'

const list: CliCommand<Context> = {
  name: 'purposes list', site: 'one',
  says: { ru: 'для чего школа пользуется данными, какими видами данных и какими функциями', kk: 'мектеп деректерді не үшін, қандай түрлерін және қандай функциялармен пайдаланады', en: 'what a school uses data for, which kinds of data and by which functions' },
  async run({ act, site, locale }) {
    const register = await showPurposes(await act(site), {})
    return {
      said: register.flatMap(({ id, what, categories, functions }) => [`${id}  ${what[locale]}`, ...categories.map(({ category, what }) => `    ${category}  ${what[locale]}`), `    ${fill(messages.functions, { count: functions.length })[locale]}`]),
      json: register.map(entry => ({ site, ...entry })),
    }
  },
}

const probe: CliCommand<Context> = {
  name: 'purposes probe', site: 'one',
  flags: {
    purpose: { value: 'purpose', required: true, says: { ru: 'для какой цели', kk: 'қандай мақсатпен', en: 'for which purpose' } },
    category: { value: 'category', required: true, says: { ru: 'какой вид данных, например account.phone или phone', kk: 'қандай дерек түрі, мысалы account.phone немесе phone', en: 'which kind of data, such as account.phone or phone' } },
    function: { value: 'function', says: { ru: 'какая функция спрашивает, например support.show', kk: 'қай функция сұрайды, мысалы support.show', en: 'which function asks, such as support.show' } },
    person: { value: 'id', says: { ru: 'о ком: тогда учитывается и то, что приостановлено или хранится только для закона', kk: 'кім туралы: онда тоқтатылғаны мен тек заң үшін сақталғаны да ескеріледі', en: 'of whom: then what rests, or is only kept for the law, is refused too' } },
  },
  says: { ru: 'проверить, можно ли читать эти данные для этой цели; вопрос и ответ попадают в журнал', kk: 'бұл деректерді осы мақсатпен оқуға бола ма, соны тексеру; сұрақ пен жауап журналға түседі', en: 'try whether this data may be read for that purpose; question and answer go into the log' },
  async run({ act, site, flags, locale }) {
    const found = await probePurpose(await act(site), { purpose: String(flags.purpose), category: String(flags.category), ...typeof flags.function === 'string' && { function: flags.function }, ...typeof flags.person === 'string' && { person: flags.person } })
    return { said: [fill(messages[found.refused ? `refused-${found.refused}` as const : 'allowed'], { purpose: found.purpose, category: found.category, function: found.function ?? '' })[locale]], json: { site, ...found }, broken: !found.allowed }
  },
}

export const cliCommands = [list, probe]
