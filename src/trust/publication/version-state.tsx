import { speaker } from '#platform/locale.ts'
import { Tag, useHere } from '#platform/ui/ui.ts'
import { messages } from './messages.ts'
import type { PublishedVersion } from './versions.ts'

/** Where a version stands: in force, announced, in the archive, or taken back before it applied. `current` is the number of the one in force. */
export function VersionState({ of: { number, inForceFrom, withdrawnAt }, current }: { of: Pick<PublishedVersion, 'number' | 'inForceFrom' | 'withdrawnAt'>; current: number | undefined }) {
  const { locale, now } = useHere()
  const state = withdrawnAt ? 'withdrawn' : number === current ? 'in-force' : inForceFrom > now ? 'to-come' : 'past'
  return <Tag kind={state === 'in-force' ? 'ok' : state === 'to-come' ? 'info' : 'plain'}>{speaker(messages, locale)(state)}</Tag>
}
