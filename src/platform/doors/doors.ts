// The doors of the process. What the gate lets out goes by these, and nothing else can: no library of ours, now or after an
// update, reaches a machine that the settings do not name.
import dns from 'node:dns'
import { isIP, Socket } from 'node:net'

const thisMachine = ['localhost', '127.0.0.1', '::1', '0.0.0.0', '::']

export class ClosedDoor extends Error {
  constructor(host: string) {
    super(`No setting names ${host}: nothing is sent there`)
  }
}

let open: ReadonlySet<string> | undefined
let refused: (host: string) => void = () => {}
// What a named host has answered to: some libraries look a name up by themselves and then connect to a number.
const answeredTo = new Set<string>()

/**
 * From now on a connection is made to this machine, to these hosts and to names below them (the buckets of a store), and to no
 * other, nor is another name looked up; `tell` hears of each that was refused. Called again, it replaces the hosts.
 */
export function closeDoors(hosts: Iterable<string | undefined>, tell: (host: string) => void = () => {}): void {
  const first = open === undefined
  open = new Set([...hosts].filter(host => host !== undefined).map(plain))
  refused = tell
  if (!first) return
  watchSockets()
  for (const name of ['resolve4', 'resolve6'] as const) watchNames(dns.Resolver.prototype as never, name)
  watchNames(dns as never, 'lookup')
}

function watchSockets() {
  const connect = Socket.prototype.connect as (this: Socket, ...given: unknown[]) => Socket
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
    const host = hostOf(given)
    if (host === undefined || isOpen(host)) return connect.apply(this, given)
    refused(host)
    return this.destroy(new ClosedDoor(host))
  } as typeof Socket.prototype.connect
}

type Answer = (error: Error | null, found?: unknown, ...more: unknown[]) => void
type LookUp = (this: unknown, host: string, ...rest: unknown[]) => unknown

function watchNames(holder: Record<string, LookUp>, name: string) {
  const ask = holder[name]!
  holder[name] = function (host, ...rest) {
    const answer = rest.at(-1)
    if (typeof answer !== 'function' || isIP(host)) return ask.call(this, host, ...rest)
    if (!isOpen(host)) {
      refused(host)
      return process.nextTick(answer as Answer, new ClosedDoor(host))
    }
    const remembering: Answer = (error, found, ...more) => {
      for (const each of [found].flat()) answeredTo.add(plain(String((each as { address?: string } | undefined)?.address ?? each)))
      ;(answer as Answer)(error, found, ...more)
    }
    return ask.call(this, host, ...rest.slice(0, -1), remembering)
  }
}

function isOpen(host: string): boolean {
  const name = plain(host)
  return thisMachine.includes(name) || name.endsWith('.localhost') || answeredTo.has(name) || [...open!].some(each => name === each || name.endsWith(`.${each}`))
}

const plain = (host: string) => host.toLowerCase().replace(/^\[|\]$/g, '')

/** Undefined for a socket in the file system, which leads nowhere else. Node calls with what was typed, or with it already put in order. */
function hostOf([first, second]: unknown[]): string | undefined {
  const options = Array.isArray(first) ? first[0] as unknown : first
  if (typeof options === 'object' && options !== null) {
    const { path, host } = options as { path?: string | null; host?: string | null }
    return path ? undefined : host ?? 'localhost'
  }
  if (typeof options === 'string' && Number.isNaN(Number(options))) return undefined
  return typeof second === 'string' ? second : 'localhost'
}

/** The host of an address in the settings; undefined where there is none, or where it is a socket of this machine. */
export const hostIn = (url: string | undefined): string | undefined => url === undefined || url.startsWith('unix:') ? undefined : new URL(url).hostname || undefined
