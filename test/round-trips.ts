import { Socket } from 'node:net'

/** How often something was sent to the database after something had come back: what a slow network would make a page wait for. */
export async function roundTrips(work: () => Promise<unknown>): Promise<number> {
  const { write } = Socket.prototype
  let sent = 0
  let received = true
  const heard = new Set<Socket>()
  Socket.prototype.write = function (this: Socket, ...args: unknown[]) {
    if (!heard.has(this)) this.on('data', () => { received = true })
    heard.add(this)
    if (received) sent++
    received = false
    return (write as (...all: unknown[]) => boolean).apply(this, args)
  } as typeof write
  await work().finally(() => { Socket.prototype.write = write })
  return sent
}

/** How many packets left for the database: what is asked side by side shares one. */
export async function packets(work: () => Promise<unknown>): Promise<number> {
  const before = { _write: Socket.prototype._write, _writev: Socket.prototype._writev! }
  let sent = 0
  const counted = <Write extends (...args: any[]) => void>(write: Write) => function (this: Socket, ...args: any[]) { sent++; write.apply(this, args) }
  Object.assign(Socket.prototype, { _write: counted(before._write), _writev: counted(before._writev) })
  await work().finally(() => Object.assign(Socket.prototype, before))
  return sent
}
