import { connect, type SecureVersion } from 'node:tls'
import { z } from 'zod'
import { asIs, fill } from '#platform/locale.ts'
import { control, judge } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'

const versions = ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const

/** Knocks at the school's own door: the promised protocol must open it, the older ones must not. */
export const protectTransport = control('protect', 'transport', {
  rule: z.strictObject({ least: z.enum(['TLSv1.2', 'TLSv1.3']) }),
  kind: 'probe',
  slots: ({ least }) => ({ protocol: asIs(least.replace('v', ' ')) }),
  async prove({ least }, { address }) {
    if (address.protocol !== 'https:') return judge(0, 0, fill(messages['no-tls'], { address: address.origin }))
    // A protocol without a good certificate protects from nobody in between.
    if (await accepts(address, 'TLSv1.3', false) && !await accepts(address, 'TLSv1.3', true)) return judge(1, 1, fill(messages['bad-certificate'], { address: address.origin }))
    const place = versions.indexOf(least)
    const [opened, refused] = await Promise.all([
      Promise.all(versions.slice(place).map(version => accepts(address, version))),
      Promise.all(versions.slice(0, place).map(version => accepts(address, version))),
    ])
    const [opens, old] = [opened.some(Boolean), refused.some(Boolean)]
    return judge(1, opens && !old ? 0 : 1, fill(messages.tls, { least: least.replace('v', ' '), opens: sign(opens), old: sign(old) }))
  },
})

const accepts = (address: URL, version: SecureVersion, judged = false) => new Promise<boolean>(resolve => {
  const [host, port] = [address.hostname.endsWith('.localhost') ? '127.0.0.1' : address.hostname, Number(address.port || 443)]
  // Level 0, because a client that refuses old protocols by itself would learn nothing about the server.
  const socket = connect({ host, port, servername: address.hostname, minVersion: version, maxVersion: version, rejectUnauthorized: judged, timeout: 3000, ...version === 'TLSv1.3' ? {} : { ciphers: 'DEFAULT@SECLEVEL=0' } })
  const settle = (answer: boolean) => { socket.destroy(); resolve(answer) }
  socket.once('secureConnect', () => settle(true)).once('error', () => settle(false)).once('timeout', () => settle(false))
})

const sign = (yes: boolean) => yes ? '✓' : '✗'
