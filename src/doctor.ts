// The doctor: looks at everything that can keep a school from working, and says each remedy. Needs no school to be open.
import { X509Certificate } from 'node:crypto'
import { accessSync, constants, existsSync, globSync, readFileSync, statfsSync } from 'node:fs'
import { connect } from 'node:net'
import { availableParallelism, totalmem } from 'node:os'
import { basename, dirname } from 'node:path'
import { askInstance, type Answer, type Call } from '#platform/cli/cli.ts'
import { holderOf, readMode } from '#platform/data-folder/data-folder.ts'
import { checkServer, findBinaries, secondCopyAt } from '#platform/database/database.ts'
import { speaker, type Facts, type Locale } from '#platform/locale.ts'
import { keyProvider } from '#platform/sealing/sealing.ts'
import { settleMode, type Mode, type Settings } from '#platform/settings/settings.ts'
import { messages } from './doctor-messages.ts'
import { sentenceOf } from './obey.ts'
import { readSite, slugs } from './site.ts'

/** `fine`, `care` where something cannot be proved, `broken` where something does not work. */
type State = 'fine' | 'care' | 'broken'
type Finding = { what: string; state: State; says: string }
type Key = keyof typeof messages
/** What one look found: as many sentences as there are faults, or the one that all is well. */
type Look = (settings: Settings, mode: Mode, locale: Locale) => Promise<[State, Key, Facts?][]> | [State, Key, Facts?][]

const megabyte = 1024 * 1024
const marks: Record<State, string> = { fine: '✓', care: '!', broken: '✗' }

export async function examine({ settings, locale }: Call): Promise<Answer> {
  const say = speaker(messages, locale)
  const mode = readMode(settings.folder) ?? settings.mode ?? 'demo'
  const findings = (await Promise.all(Object.entries(looks).map(async ([what, look]): Promise<Finding[]> => {
    try {
      return (await look(settings, mode, locale)).map(([state, key, facts]) => ({ what, state, says: say(key, facts) }))
    } catch (error) { return [{ what, state: 'broken', says: sentenceOf(error, locale) }] }
  }))).flat()
  return { said: findings.map(({ state, says }) => `${marks[state]} ${says}`), json: findings, broken: findings.some(({ state }) => state === 'broken') }
}

const looks: Record<string, Look> = {
  machine() {
    const facts = { node: process.version, cores: availableParallelism(), memory: Math.round(totalmem() / megabyte) }
    return [facts.memory < 512 ? ['broken', 'memory-low', facts] : ['fine', 'machine', facts]]
  },
  async settings(settings, mode, locale) {
    return [['fine', 'settings', { mode: settleMode(settings, mode).mode, port: await portInUse(settings.folder, locale) ?? settings.port }]]
  },
  async folder({ folder }, _, locale) {
    const pid = holderOf(folder)
    if (pid) return [await askInstance(folder, { typed: ['site', 'list'], locale, cwd: '/' }, () => {}) ? ['fine', 'folder-held', { folder, pid }] : ['broken', 'folder-unanswered', { folder, pid }]]
    try { accessSync(existing(folder), constants.W_OK) } catch { return [['broken', 'folder-unwritable', { folder }]] }
    return [['fine', 'folder', { folder }]]
  },
  disk({ folder }) {
    const { bavail, bsize } = statfsSync(existing(folder))
    const free = Math.round(bavail * bsize / megabyte)
    return [[free < 200 ? 'broken' : free < 2000 ? 'care' : 'fine', free < 2000 ? 'disk-low' : 'disk', { free }]]
  },
  async database({ databaseUrl, vaultUrl, folder }) {
    if (!databaseUrl) { findBinaries(`${folder}/postgres`); return [['fine', 'database-embedded']] }
    const version = await checkServer(databaseUrl, 'DATABASE_URL')
    if (vaultUrl) await checkServer(vaultUrl, 'VAULT_URL')
    return [['fine', 'database-own', { version }]]
  },
  async vault({ databaseUrl, vaultUrl }, mode) {
    if (!databaseUrl) return [[mode === 'production' ? 'care' : 'fine', 'vault-none']]
    const { state, copies } = await secondCopyAt(vaultUrl ?? databaseUrl, vaultUrl ? 'VAULT_URL' : 'DATABASE_URL')
    const found = { together: 'fine', none: 'care', unseen: 'care', away: 'broken', loose: 'broken' } as const
    return [[state === 'none' && mode !== 'production' ? 'fine' : found[state], `vault-${state}`, { copies: copies.join(', ') }]]
  },
  keys({ folder, keys }) {
    return [keyProvider(folder, keys).outside ? ['fine', 'keys-outside'] : ['care', 'keys-inside']]
  },
  async mail({ smtpUrl }, mode) {
    if (!smtpUrl) return [mode === 'production' ? ['broken', 'mail-none'] : ['fine', 'mail-kept']]
    const { hostname, port, protocol } = new URL(smtpUrl)
    const answers = await reaches(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587))
    return [[answers ? 'fine' : 'broken', answers ? 'mail' : 'mail-unreachable', { host: hostname }]]
  },
  tls({ tls }, mode) {
    if (!tls) return [['care', 'tls-none']]
    const certificate = new X509Certificate(readFileSync(tls.cert))
    const until = certificate.validToDate.toISOString().slice(0, 10)
    const others = mode === 'production' ? slugs().flatMap(slug => readSite(slug).settings.domains).filter(domain => !certificate.checkHost(domain)) : []
    const left = certificate.validToDate.getTime() - Date.now()
    return [left < 14 * 86_400_000 ? [left < 0 ? 'broken' : 'care', 'tls-ends', { until }] : ['fine', 'tls', { until }], ...others.map((domain): [State, Key, Facts] => ['broken', 'tls-other', { domain }])]
  },
  schools(_, __, locale) {
    const broken = slugs().flatMap((site): [State, Key, Facts][] => {
      try { readSite(site); return [] } catch (error) { return [['broken', 'school-broken', { site, why: sentenceOf(error, locale) }]] }
    })
    return broken.length ? broken : [['fine', 'schools', { count: slugs().length }]]
  },
  clock() {
    const now = new Date().toISOString().slice(0, 16).replace('T', ' ')
    const newest = globSync('database/main/*.sql').map(file => basename(file).slice(0, 10)).sort().at(-1) ?? ''
    return [now.slice(0, 10) < newest ? ['broken', 'clock-behind', { now }] : ['fine', 'clock', { now }]]
  },
}

/** An instance that runs may have been given another port than whoever asks. In production its addresses have none. */
async function portInUse(folder: string, locale: Locale): Promise<number | undefined> {
  const reply = holderOf(folder) ? await askInstance(folder, { typed: ['site', 'list', '--json'], locale, cwd: '/' }, () => {}) : undefined
  const [school] = reply?.code === 0 ? JSON.parse(reply.out.join('\n')) as { address: string }[] : []
  return Number(school && new URL(school.address).port) || undefined
}

function existing(path: string) {
  while (!existsSync(path)) path = dirname(path)
  return path
}

const reaches = (host: string, port: number) => new Promise<boolean>(done => {
  const socket = connect({ host, port, timeout: 5000 }, () => { socket.destroy(); done(true) })
  socket.on('error', () => done(false)).on('timeout', () => { socket.destroy(); done(false) })
})
