import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'

export const channel = 'senim_forgotten'

/** Hears of erasures in other processes. When the line is lost something may have been missed, so `onLost` is called, and once more when it is back. */
export class Listener {
  readonly #connect: () => pg.Client
  readonly #onForgotten: (site: string, person: string) => void
  readonly #onLost: () => void
  #client: pg.Client | undefined
  #closed = false

  constructor(connect: () => pg.Client, onForgotten: (site: string, person: string) => void, onLost: () => void) {
    this.#connect = connect
    this.#onForgotten = onForgotten
    this.#onLost = onLost
  }

  async open() {
    const client = this.#connect()
    client.on('notification', ({ payload = '' }) => {
      const [site = '', person = ''] = payload.split(' ')
      this.#onForgotten(site, person)
    })
    // A server that goes down reports more than one error on the way.
    const lost = new Promise<void>(resolve => client.once('end', resolve).on('error', () => resolve()))
    await client.connect()
    await client.query(`listen ${channel}`)
    ;(client as pg.Client & { unref(): void }).unref() // listening alone keeps no process alive
    this.#client = client
    this.#onLost()
    void lost.then(() => this.#reopen())
  }

  async close() {
    this.#closed = true
    await this.#client?.end()
  }

  get isOpen() { return this.#client !== undefined }

  async #reopen() {
    this.#client = undefined
    this.#onLost()
    // Until it is back keys simply live for their few seconds; the database may be restarting.
    for (let wait = 100; !this.#closed; wait = Math.min(wait * 2, 5000)) {
      await pause(wait, undefined, { ref: false })
      if (this.#closed || await this.open().then(() => true, () => false)) return
    }
  }
}
