import { sql } from 'kysely'
import { z } from 'zod'
import { secondCopyOf } from '#platform/database/database.ts'
import { fill, inEveryLanguage, type Facts, type Text } from '#platform/locale.ts'
import { dateInWords } from '#platform/ui/ui.ts'
import { Duration, durationInDays } from '#trust/law/law.ts'
import { control, durationSlots, judge } from '#trust/policy/policy.ts'
import { newestOf } from './find-copies.ts'
import { messages } from './messages.ts'
import { both, givenRoom } from './room.ts'

const day = 86_400_000
/** How much later than promised a copy may end: it takes its time. */
const slack = 3_600_000
const every = { rule: z.strictObject({ every: Duration }), kind: 'clock' as const, slots: ({ every }: { every: string }) => durationSlots('every', every) }

/** A sentence with its moments in the words and the zone of the school, as they stand everywhere else on its pages. */
const withMoments = (text: Text, zone: string, moments: Record<string, Date | string | undefined>, facts: Facts): Text => inEveryLanguage(locale => {
  const inWords = Object.entries(moments).map(([name, at]) => [name, at ? dateInWords(new Date(at), locale, 'moment', zone) : '—'])
  return fill(text, { ...facts, ...Object.fromEntries(inWords) })[locale]
})

/** The copies themselves are asked, not the record of them: each says under our seal when it was taken, and what the store would not give it. */
const backUpDatabases = control('back-up', 'databases', {
  ...every,
  async prove({ every }, { now, zone }) {
    const room = givenRoom()
    const newest = await Promise.all(both.map(which => newestOf(room, which)))
    const late = newest.filter(made => !made || made.manifest.files?.unread || now.getTime() - Date.parse(made.manifest.takenAt) > durationInDays(every) * day + slack).length
    const [main, vault] = newest
    const found = judge(newest.filter(Boolean).length, late, withMoments(messages['proved-copies'], zone, { main: main?.manifest.takenAt, vault: vault?.manifest.takenAt }, { rows: main?.manifest.rows ?? 0, files: main?.manifest.files?.count ?? 0 }))
    return newest.some(Boolean) ? found : { state: 'unproven' as const, figure: messages['no-copies'] }
  },
})

/** A copy that was never brought back to life does not count. */
const backUpRestore = control('back-up', 'restore', {
  ...every,
  async prove({ every }, { db, now, zone }) {
    const { rows } = await sql<{ database: string; ran_at: Date; row_count: number; file_count: number; intact: boolean }>`
      select distinct on (database) database, ran_at, row_count, file_count, intact from backups.drills where ran_at <= ${now} order by database, ran_at desc`.execute(db)
    if (!rows.length) return { state: 'unproven', figure: messages['no-drill'] }
    const bad = both.filter(which => !rows.some(row => row.database === which && row.intact && now.getTime() - row.ran_at.getTime() <= durationInDays(every) * day + slack)).length
    if (rows.length < both.length && rows.every(({ intact }) => intact)) return { state: 'unproven', figure: messages['no-drill'] } // the first trial of the one is done, that of the other still runs
    const last = rows.find(({ database }) => database === 'main') ?? rows[0]!
    return judge(rows.length, bad, withMoments(messages['proved-drill'], zone, { at: last.ran_at }, { rows: last.row_count, files: last.file_count }))
  },
})

/** A night is too long to lose keys for: who was admitted since could not be read again. So each key is in two places before anybody is told that it is there. */
const backUpKeys = control('back-up', 'keys', {
  rule: z.strictObject({}),
  kind: 'invariant',
  async prove(_, { vault }) {
    const [written, server] = [await vault.secondCopy(), await givenRoom().vault.on(secondCopyOf)]
    const { state, copies } = written.state === 'loose' ? written : server
    if (state === 'none' || state === 'unseen') return { state: 'unproven', figure: messages[`keys-${state}`] }
    return judge(1, state === 'together' ? 0 : 1, fill(messages[`keys-${state}`], { copies: copies.join(', ') }))
  },
})

/** After an erasure the copies of the vault can still be opened until their window is closed, and no longer. */
const eraseCopies = control('erase', 'copies', {
  rule: z.strictObject({ within: Duration }),
  kind: 'clock',
  slots: ({ within }) => durationSlots('within', within),
  async prove({ within }, { vault, site, now, zone }) {
    const epochs = await vault.epochs(site)
    const window = durationInDays(within) * day
    // Whatever was wrapped before a turn could be opened until that key was destroyed.
    const late = epochs.filter(({ openedAt, destroyedAt }) => (destroyedAt ?? now).getTime() - openedAt.getTime() > window && (destroyedAt === null || now.getTime() - destroyedAt.getTime() < 30 * day)).length
    const figure = withMoments(messages['proved-window'], zone, { since: epochs.find(({ closedAt }) => !closedAt)?.openedAt }, { closed: epochs.filter(({ destroyedAt }) => destroyedAt).length, late })
    if (late) return judge(epochs.length, late, figure)
    if (!vault.keyStore.outside) return { state: 'unproven', figure: messages['keys-inside'] }
    return judge(epochs.length, 0, figure)
  },
})

export const controls = [backUpDatabases, backUpRestore, backUpKeys, eraseCopies]
