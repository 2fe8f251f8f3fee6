// The commands that start, stop and look after the house itself; what concerns people and promises stands in its module.
import type { Answer, CliCommand } from '#platform/cli/cli.ts'
import { cliCommands } from './product.ts'
import { messages as doctorMessages } from './doctor-messages.ts'
import { jobCommands } from './job-commands.ts'
import { siteCommands } from './site-commands.ts'
import { demoRemove } from './remove-demo.ts'
import { restore } from './restore.ts'

const nothing: Answer = { said: [], json: null }

function serving(name: string, roles: { web: boolean; worker: boolean }, says: CliCommand['says'], flags: CliCommand['flags'] = {}): CliCommand {
  return {
    name, says, flags, where: 'here',
    async run({ settings, locale, flags }) {
      const { start } = await import('./start.ts')
      await start(settings, { ...roles, demo: !flags['no-demo'] }, locale)
      return nothing
    },
  }
}

const doctor: CliCommand = {
  name: 'doctor', where: 'here', says: doctorMessages.doctor,
  run: async call => (await import('./doctor.ts')).examine(call), // imported when it is asked for: it looks at what stands above this list
}

export const commands: CliCommand[] = [
  serving('start', { web: true, worker: true }, { ru: 'открыть школы: база данных, сайт и фоновые работы в одном процессе', kk: 'мектептерді ашу: дерекқор, сайт және фондық жұмыстар бір процесте', en: 'open the schools: database, web and background work in one process' },
    { 'no-demo': { says: { ru: 'новая папка данных без демонстрационных школ', kk: 'жаңа деректер қалтасы, көрсетілім мектептерінсіз', en: 'a new data folder without the schools of the demonstration' } } }),
  serving('web', { web: true, worker: false }, { ru: 'только сайт, для нескольких машин', kk: 'тек сайт, бірнеше серверге', en: 'the web alone, for several machines' }),
  serving('worker', { web: false, worker: true }, { ru: 'только фоновые работы, для нескольких машин', kk: 'тек фондық жұмыстар, бірнеше серверге', en: 'the background work alone, for several machines' }),
  doctor, ...siteCommands, ...jobCommands, demoRemove, restore, ...cliCommands,
]
