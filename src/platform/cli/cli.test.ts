import assert from 'node:assert/strict'
import { test } from 'node:test'
import { helpOf, helpOfAll, languageOf, readArguments, type CliCommand } from '#platform/cli/cli.ts'

const says = { ru: 'делает', kk: 'істейді', en: 'does' }
const run = async () => ({ said: [], json: null })
const commands: CliCommand[] = [
  { name: 'person', says, run }, { name: 'person add', says, site: 'one', takes: ['who', 'where?'], flags: { role: { says, value: 'role', required: true }, loud: { says } }, run },
]
const read = (line: string) => readArguments(line.split(' ').filter(Boolean), commands)
const refused = (line: string, code: string) => assert.throws(() => read(line), { status: 422, code: `cli.${code}` })

test('the longest command that fits is meant, with its words and flags in any order', () => {
  const typed = read('person add --role=operator ann --loud --site north --json')!
  assert.equal(typed.command.name, 'person add')
  assert.deepEqual([typed.args, typed.flags], [{ who: 'ann' }, { role: 'operator', loud: true, site: 'north', json: true }])
  assert.equal(read('person')!.command.name, 'person')
})

test('what makes no sense is refused by name: a command, a flag, a value, a word too few or too many', () => {
  refused('persom', 'unknown-command')
  refused('person add ann --role operator --quiet', 'unknown-flag')
  refused('person add ann --role', 'flag-needs-value')
  refused('person add ann --role --loud', 'flag-needs-value')
  refused('person add ann --role operator --loud=very', 'flag-takes-no-value')
  refused('person add --role operator', 'missing')
  refused('person add ann', 'missing')
  refused('person add ann here there --role operator', 'too-much')
})

test('help shows what there is, in the language of the reader, and asks for nothing', () => {
  assert.equal(read('--help'), undefined)
  assert.equal(read(''), undefined)
  assert.equal(read('person add --help')!.help, true)
  assert.match(helpOfAll(commands, 'kk').join('\n'), /senim person add <who> \[where\] --site <slug> --role <role>\s+істейді/)
  assert.match(helpOf(commands[1]!, 'en').join('\n'), /\[--loud\]/)
})

test('the language is the one the terminal was set to, else English', () => {
  assert.deepEqual([{ LANG: 'ru_RU.UTF-8' }, { LANG: 'ru_RU', LC_ALL: 'kk_KZ' }, { LC_MESSAGES: 'ru' }, { LANG: 'C' }, {}].map(env => languageOf(env)), ['ru', 'kk', 'ru', 'en', 'en'])
})
