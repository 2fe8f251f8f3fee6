// Client: what a request tells of the machine it comes from, cut down before anything of it is kept.
import Bowser from 'bowser'
import { isIPv6 } from 'node:net'

/** `browser` is empty for what is none: a robot, a program. */
export type Agent = { device: 'mobile' | 'tablet' | 'desktop' | 'tv'; browser: string; system: string }

const kinds = ['mobile', 'tablet', 'desktop', 'tv'] as const

/** Kind of device, family of browser and system: no version, no model, nothing that could single out a person. */
export function agentOf(agent: string | undefined): Agent {
  if (!agent) return { device: 'desktop', browser: '', system: '' }
  const parser = Bowser.getParser(agent)
  const kind = parser.getPlatformType()
  return { device: kinds.find(each => each === kind) ?? 'desktop', browser: kind === 'bot' ? '' : parser.getBrowserName(), system: parser.getOSName() }
}

/** The network an address lies in: 203.0.113.77 is 203.0.113.0/24, and of IPv6 the first 48 bits stay. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const gap = address.includes('::') ? 8 - front.length - tail.split(':').filter(Boolean).length : 0
  return `${[...front, ...Array<string>(gap).fill('0')].slice(0, 3).map(part => Number.parseInt(part, 16).toString(16)).join(':')}::/48`
}
