// Start and stop: what `senim start`, `senim web` and `senim worker` do until they are told to end.
import { setTimeout as pause } from 'node:timers/promises'
import { listenForCommands } from '#platform/cli/cli.ts'
import { openDataFolder } from '#platform/data-folder/data-folder.ts'
import { logFault } from '#platform/fault.ts'
import { speaker, type Facts, type Locale } from '#platform/locale.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { openHouse, type House, type Patience } from './house.ts'
import { obey, sentenceOf } from './obey.ts'
import { listen } from './server.ts'
import { messages } from './start-messages.ts'
import { startWorker } from './worker.ts'

type Roles = { web: boolean; worker: boolean; demo?: boolean }

/** Resolves when it has been told to stop and has. */
export async function start(settings: Settings, { web, worker, demo = true }: Roles, locale: Locale): Promise<void> {
  const say = (key: keyof typeof messages, facts: Facts = {}) => console.log(speaker(messages, locale)(key, facts))
  const folder = openDataFolder(settings, { demo })
  const stopped = untilTold()
  let server: Awaited<ReturnType<typeof listen>> | undefined
  let house: House
  try {
    // First, because it is quickly said when somebody else is there.
    server = web ? await listen(settings, folder.host) : undefined
    house = await openHouse({ ...settings, port: server?.port ?? settings.port }, patience(say), folder)
  } catch (error) {
    folder.release()
    await server?.close()
    throw error
  }
  const stopAnswering = await listenForCommands(folder.path, (order, progress) => obey(house, order, progress))
  const works = worker ? startWorker({ ...house, alone: !settings.databaseUrl }) : undefined
  server?.serve(house)
  greet(house, locale, web)
  const refreshing = setInterval(() => void house.refresh().catch(error => logFault('refresh', error)), 60_000)
  await stopped
  say('stopping')
  clearInterval(refreshing)
  // What has not come to its end by then is found again at the next start: nothing that was acknowledged hangs on it.
  setTimeout(() => process.exit(1), 9500).unref()
  await Promise.all([server?.close(), works?.stop(), stopAnswering()])
  await house.close()
}

/** Ctrl-C reaches us twice, from the terminal and from the launcher: one is enough, and the second must not cut the first short. */
function untilTold(): Promise<void> {
  process.on('uncaughtException', error => { logFault('process', error); process.exit(1) })
  process.on('unhandledRejection', error => { logFault('process', error) })
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
    process.on('disconnect', () => done()) // the launcher was killed: nobody could stop us any more
  })
}

const patience = (say: (key: 'database' | 'schools' | 'removing-demo') => void): Patience => async (saying, work) => {
  const slow = new AbortController()
  void pause(1500, undefined, { signal: slow.signal }).then(() => say(saying), () => {})
  try { return await work() } finally { slow.abort() }
}

function greet({ settings, folder, databases, sites, shut, transport }: House, locale: Locale, web: boolean) {
  const say = (key: keyof typeof messages, facts: Facts = {}) => console.log(speaker(messages, locale)(key, facts))
  if (databases.home && !databases.home.startsWith(folder.path)) say('moved', { home: databases.home, folder: folder.path })
  if (!transport.works) say('no-mail')
  for (const [site, error] of shut) say('shut', { site, why: sentenceOf(error, locale) })
  if (!web) return say('working')
  say('open', { address: `${settings.tls ? 'https' : 'http'}://localhost:${settings.port}` })
  for (const { address } of sites.values()) console.log(`  ${address.href}`)
  if (!sites.size && !shut.size) say('no-schools')
}
