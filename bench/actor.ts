import { createHash } from 'node:crypto'
import type { Context } from '#trust/audit/audit.ts'

/** Acts as somebody who is signed in: the database finds them by the hash of their token. */
export const actorFor = (system: Context, { id, token }: { id: string; token: string }): Context =>
  ({ ...system, keys: system.vault.ring(system.site), actor: { person: id, role: 'learner' }, session: createHash('sha256').update(token).digest('hex') })
