import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser of this machine; SENIM_CHROMIUM names another. */
export function chromiumPath(): string | undefined {
  const places = [process.env.SENIM_CHROMIUM, ...(process.env.PATH ?? '').split(':').flatMap(folder => names.map(name => `${folder}/${name}`))]
  return places.find(place => {
    if (!place) return false
    try { accessSync(place, constants.X_OK); return true } catch { return false }
  })
}

/** Brings one where we may; a test is never left out for want of it. */
export function haveBrowser(): boolean {
  if (chromiumPath()) return true
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium…')
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  }
  if (chromiumPath()) return true
  console.error('The tests need Chromium, which is not installed and cannot be installed from here: install it, or name it in SENIM_CHROMIUM.')
  return false
}
