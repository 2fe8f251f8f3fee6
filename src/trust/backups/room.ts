import type { Bench } from '#platform/database/database.ts'
import type { Store } from '#platform/files/files.ts'
import type { Ledger } from '#platform/ledger/ledger.ts'
import type { KeyProvider } from '#platform/sealing/sealing.ts'

export type Which = 'main' | 'vault'
export const both: readonly Which[] = ['main', 'vault']
/** Where copies lie, and what they are brought back into. `folder` holds the files; the key that opens them lies with `keys`. */
export type Shelf = { folder: string; main: Bench; vault: Bench; keys: KeyProvider; ledger: Pick<Ledger, 'head' | 'has'> }
/** What copies are made of, and where they go. */
export type Room = Shelf & { store: Pick<Store, 'list' | 'read'> }

let room: Room | undefined

/** Copies are made by the administrator of the databases: the house hands that in, and no context of a request carries it. */
export const handRoom = (given: Room) => { room = given }
export const givenRoom = (): Room => {
  if (!room) throw new Error('The house has not handed in where copies are made')
  return room
}
