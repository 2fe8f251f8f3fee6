import { writeFileSync } from 'node:fs'
import type { Result } from './run-files.ts'

const ids = /\b(?:MQ|LP|MX|CL|WD)-\d{3}\b/g

/** Which promises were proved, and by which test. A test proves at most three, and a promise is proved when all its tests passed. */
export function provedBy(results: readonly Result[]): Record<string, string[]> {
  const proved = new Map<string, Set<string>>()
  const doubtful = new Set<string>()
  for (const { name, file, outcome } of results) {
    const named = [...new Set(name.match(ids) ?? [])]
    if (named.length > 3) throw new Error(`${file}: "${name}" names ${named.length} promises, and a test proves three at most`)
    for (const id of named) {
      if (outcome !== 'passed') doubtful.add(id)
      proved.set(id, (proved.get(id) ?? new Set()).add(`${file}: ${name}`))
    }
  }
  return Object.fromEntries([...proved].filter(([id]) => !doubtful.has(id)).sort(([a], [b]) => a.localeCompare(b)).map(([id, tests]) => [id, [...tests].sort()]))
}

export const record = (results: readonly Result[]) => writeFileSync('docs/proved.json', `${JSON.stringify(provedBy(results), null, 2)}\n`)
