import { inSite } from '#platform/database/database.ts'
import { fill, type Text } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'
import type { Context } from '#trust/audit/audit.ts'
import { PolicyFaults, readPolicy, type ManifestFiles, type Policy } from '#trust/policy/policy.ts'
import { announceVersion } from './announce-version.ts'
import { controls } from './given.ts'
import { messages } from './messages.ts'
import { readBook, type Book } from './versions.ts'

/** What a school opens with, and why its file was not published if it was not. */
export type Opened = Book & { refused: Text | null }

/**
 * Opens a school's policy. The first manifest is published at once; one that means something else than the latest version is announced.
 * A change that may not be announced leaves the version in force standing and says why.
 * @throws PolicyFaults when the file cannot be kept and there is no published version to stand on.
 */
export async function openPolicy(ctx: Omit<Context, 'policy'>, files: ManifestFiles): Promise<Opened> {
  const book = () => inSite(ctx.db, ctx.site, db => readBook(db, ctx.site, ctx.now))
  const asSystem = (policy: Policy): Context => ({ ...ctx, policy, actor: { person: null, role: 'system' } })
  let known = await book()
  if (!known.versions.length) {
    const { next: _, ...first } = files
    await announceVersion(asSystem(readPolicy(first, controls())), first)
    known = await book()
  }
  const refused = await propose(files, known, asSystem)
  return { ...await book(), refused }
}

// One school's unfinished draft must not close it: what is published goes on being kept.
async function propose(files: ManifestFiles, { versions }: Book, asSystem: (policy: Policy) => Context): Promise<Text | null> {
  try {
    const proposed = readPolicy(files, controls())
    // A file that was published before is only older than the school: going back is announced on purpose.
    if (versions.some(({ seal }) => seal === proposed.seal)) return null
    await announceVersion(asSystem(proposed), files)
    return null
  } catch (error) {
    if (error instanceof PolicyFaults) return error.faults[0]!.says
    if (error instanceof Refusal) return fill(messages[error.code.replace('publication.', '') as keyof typeof messages] ?? messages['no-change'], error.facts)
    throw error
  }
}
