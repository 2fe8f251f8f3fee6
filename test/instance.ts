// A Senim of its own for a test: a real process with its own data folder and port, started as an operator starts it.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

export const isRoot = process.getuid?.() === 0
/** An ordinary user, where we may become one. */
export const ordinary = isRoot ? { uid: 65534, gid: 65534 } : {}

type Options = { env?: Record<string, string>; args?: string[]; as?: { uid?: number; gid?: number }; root?: string; shell?: string }

const folders: string[] = []
const children = new Set<ChildProcess>()
after(async () => {
  for (const child of children) child.kill('SIGKILL')
  await pause(200)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) // what was killed may still be ending
})

/** A folder for data that whoever runs the database can reach. */
export function dataFolder(owner: { uid?: number; gid?: number } = {}): string {
  const folder = mkdtempSync('/tmp/senim-test-')
  chmodSync(folder, 0o755)
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid!)
  folders.push(folder)
  return folder
}

/** Starts any command. `shell` goes before it in a shell, for limits of the process. */
export function senim(typed: string[], { env = {}, as = {}, root = '.', shell }: Options = {}) {
  const command = [process.execPath, join(root, 'bin/senim.mjs'), ...typed]
  const [program, ...args] = shell ? ['/bin/sh', '-c', `${shell}; exec "$@"`, 'sh', ...command] : command
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(program!, args, { cwd: root, ...as, env: { PATH, HOME, ...NODE_COMPILE_CACHE && { NODE_COMPILE_CACHE }, LANG: 'en_US.UTF-8', PORT: '0', ...env } as NodeJS.ProcessEnv, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => { said.out += chunk })
  child.stderr.on('data', chunk => { said.err += chunk })
  const ended = new Promise<number>(done => child.once('close', (code, signal) => { children.delete(child); done(code ?? (signal ? -1 : 1)) }))
  /** For commands that end by themselves. */
  async function result(patience = 60_000) {
    const impatient = setTimeout(() => child.kill('SIGTERM'), patience)
    const code = await ended
    clearTimeout(impatient)
    return { code, ...said }
  }
  return { child, said, ended, result }
}

export type Running = Awaited<ReturnType<typeof startSenim>>

/** `senim start`, ready to answer. */
export async function startSenim(folder: string, options: Options = {}) {
  const began = Date.now()
  const run = senim(options.args ?? ['start'], { ...options, env: { SENIM_DATA: folder, ...options.env } })
  const port = Number(await spoken(run, /https?:\/\/localhost:(\d+)/))
  while (options.env?.SENIM_TLS_CERT === undefined && (await ask(port, '/readyz').catch(() => ({ status: 0 }))).status !== 200) {
    if (run.child.exitCode !== null) throw new Error(run.said.err)
    if (Date.now() - began > 180_000) throw new Error(`It does not get ready: ${run.said.out} ${run.said.err}`)
    await pause(50)
  }
  return {
    ...run, port, folder, readyAfter: Date.now() - began,
    /** The process that does the work, not its launcher. */
    pid: () => Number(readFileSync(join(folder, 'owner'), 'utf8').split(' ')[0]),
    stop: async (signal: NodeJS.Signals = 'SIGTERM') => { const from = Date.now(); run.child.kill(signal); return { code: await run.ended, took: Date.now() - from } },
    /** A command of the operator on the same folder. */
    tell: (...typed: string[]) => senim(typed, { ...options, env: { SENIM_DATA: folder, ...options.env } }).result(),
  }
}

/** Waits for a line and returns what the brackets caught. */
export async function spoken(run: ReturnType<typeof senim>, line: RegExp, patience = 180_000): Promise<string> {
  for (const until = Date.now() + patience; Date.now() < until; await pause(20)) {
    const found = line.exec(run.said.out)
    if (found) return found[1] ?? found[0]
    if (run.child.exitCode !== null || run.child.signalCode !== null) throw new Error(`It ended: ${run.said.err || run.said.out}`)
  }
  throw new Error(`It did not say ${line}: ${run.said.out} ${run.said.err}`)
}

/** A request to the port, under any host name: Node cannot resolve *.localhost. */
export function ask(port: number, path: string, { host = 'localhost', method = 'GET', headers = {}, body }: { host?: string; method?: string; headers?: Record<string, string>; body?: string } = {}) {
  return new Promise<{ status: number; text: string; headers: Record<string, string | string[] | undefined> }>((done, fail) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers: { host: `${host}:${port}`, ...headers }, timeout: 20_000 }, answer => {
      let text = ''
      answer.setEncoding('utf8').on('data', chunk => { text += chunk }).on('end', () => done({ status: answer.statusCode!, text, headers: answer.headers })).on('error', fail)
    })
    asking.on('error', fail).on('timeout', () => asking.destroy(new Error('no answer'))).end(body)
  })
}
