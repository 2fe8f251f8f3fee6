import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Request } from 'hono'
import { BlockList, isIP } from 'node:net'

/** The address a visitor comes from. A proxy is believed only when the operator has named it. */
export function clientOf(c: Request<any>, proxies: BlockList): { address: string; agent: string } {
  const agent = (c.req.header('user-agent') ?? '').slice(0, 300)
  let address = ''
  try { address = plain(getConnInfo(c).remote.address ?? '') } catch { /* a request made inside the process has no socket */ }
  const hops = (c.req.header('x-forwarded-for') ?? '').split(',').map(each => each.trim()).filter(each => isIP(each))
  while (hops.length && address && within(proxies, address)) address = hops.pop()!
  return { address, agent }
}

/** IPv4 written inside IPv6. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/, '')

const within = (list: BlockList, address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The proxies whom the operator has named: addresses and networks. */
export function proxiesNamed(trusted: readonly string[]): BlockList {
  const list = new BlockList()
  for (const each of trusted) {
    const [address = '', bits] = each.split('/')
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) list.addSubnet(address, Number(bits), kind)
    else if (isIP(address)) list.addAddress(address, kind)
  }
  return list
}
