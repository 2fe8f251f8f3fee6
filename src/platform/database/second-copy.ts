// Whether what a server acknowledges is on a second machine by then: PostgreSQL's own synchronous replication, asked for and not assumed.
import type pg from 'pg'

/**
 * `together`: every commit waits for a copy, and as many copies as it waits for are connected. `away`: they are not, so
 * commits wait. `loose`: a copy is named, and commits do not wait for it. `none`: no copy is named. `unseen`: one is
 * connected, and this role may not see more.
 */
export type SecondCopy = { state: 'together' | 'away' | 'loose' | 'none' | 'unseen'; copies: string[] }

export const secondCopyQuery = `
  select current_setting('synchronous_standby_names') as names, current_setting('synchronous_commit') as commit,
    pg_has_role(current_user, 'pg_read_all_stats', 'usage') as sees, (select count(*)::int from pg_stat_replication) as connected,
    (select coalesce(array_agg(application_name order by application_name), '{}') from pg_stat_replication where state = 'streaming' and sync_state in ('sync', 'quorum')) as copies`
export type SecondCopyRow = { names: string; commit: string; sees: boolean; connected: number; copies: string[] }

export function secondCopyIn({ names, commit, sees, connected, copies }: SecondCopyRow): SecondCopy {
  const state = (): SecondCopy['state'] => {
    if (!names.trim()) return 'none'
    if (['off', 'local'].includes(commit)) return 'loose'
    if (!sees) return connected ? 'unseen' : 'away'
    return copies.length >= waitedFor(names) ? 'together' : 'away'
  }
  return { state: state(), copies }
}

/** `FIRST 2 (a, b)` and `ANY 2 (a, b, c)` wait for two, a list of names for one. */
const waitedFor = (names: string) => Number(/^\s*(?:first\s+|any\s+)?(\d+)\s*\(/i.exec(names)?.[1] ?? 1)

export const secondCopyOf = async (client: pg.Client): Promise<SecondCopy> => secondCopyIn((await client.query<SecondCopyRow>(secondCopyQuery)).rows[0]!)
