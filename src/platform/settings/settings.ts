// Settings: everything the environment may say, read and checked in one place before anything starts.
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#platform/refusal.ts'

export { messages } from './messages.ts'

export const modes = ['demo', 'test', 'production'] as const
export type Mode = (typeof modes)[number]

/** `mode` and `host` are open until the data folder has been asked: it remembers its mode. Paths are absolute. */
export type Settings = {
  port: number
  host: string | undefined
  mode: Mode | undefined
  folder: string
  databaseUrl: string | undefined
  vaultUrl: string | undefined
  keys: string | undefined
  smtpUrl: string | undefined
  analyticsUrl: string | undefined
  s3Url: string | undefined
  tls: { cert: string; key: string } | undefined
  httpPort: number | undefined
  trustedProxies: string[]
  now: Date | undefined
}

const url = (...protocols: string[]) => z.url({ protocol: new RegExp(`^(${protocols.join('|')})$`) }).optional()
const port = z.coerce.number().int().min(0).max(65_535)

const environment = z.object({
  PORT: port.default(3000),
  SENIM_HOST: z.string().regex(/^[\w.:-]+$/).optional(),
  SENIM_MODE: z.enum(modes).optional(),
  SENIM_DATA: z.string().default('data'),
  DATABASE_URL: url('postgres', 'postgresql'),
  VAULT_URL: url('postgres', 'postgresql'),
  SENIM_KEYS: z.string().regex(/^(file:\/.+|systemd)$/).optional(),
  SENIM_LEDGER: z.string().startsWith('/').optional(),
  SENIM_BACKUPS: z.string().optional(),
  SENIM_BACKUPS_KEEP: z.coerce.number().int().min(2).optional(),
  SMTP_URL: url('smtp', 'smtps'),
  S3_URL: url('s3'),
  CLAMD_URL: url('unix', 'tcp'),
  ANALYTICS_URL: url('https', 'http'),
  SENIM_TLS_CERT: z.string().optional(),
  SENIM_TLS_KEY: z.string().optional(),
  SENIM_HTTP_PORT: port.optional(),
  SENIM_TRUSTED_PROXIES: z.string().default('').transform(text => text.split(/[\s,]+/).filter(Boolean)).refine(list => list.every(isNetwork)),
  SENIM_NOW: z.iso.datetime({ offset: true }).or(z.iso.date()).transform(text => new Date(text)).optional(),
})

/** Says which variable is wrong and what it should look like. An empty variable counts as none. */
export function readSettings(env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = environment.safeParse(given)
  if (!read.success) {
    const name = String(read.error.issues[0]!.path[0]) as keyof typeof examples
    throw new Refusal(422, 'settings.wrong', { name, example: examples[name] })
  }
  const { data } = read
  if (data.VAULT_URL && !data.DATABASE_URL) throw new Refusal(422, 'settings.vault-alone')
  const path = (text: string) => resolve(cwd, text)
  return {
    port: data.PORT, host: data.SENIM_HOST, mode: data.SENIM_MODE, folder: path(data.SENIM_DATA),
    databaseUrl: data.DATABASE_URL, vaultUrl: data.VAULT_URL, keys: data.SENIM_KEYS, smtpUrl: data.SMTP_URL, s3Url: data.S3_URL, analyticsUrl: data.ANALYTICS_URL,
    tls: certificate(data.SENIM_TLS_CERT, data.SENIM_TLS_KEY, path), httpPort: data.SENIM_HTTP_PORT,
    trustedProxies: data.SENIM_TRUSTED_PROXIES, now: data.SENIM_NOW,
  }
}

/** What a mode allows. The environment is refused where it asks for more. */
export function settleMode(settings: Settings, mode: Mode): { mode: Mode; host: string } {
  const loopback = settings.host === undefined || ['127.0.0.1', '::1', 'localhost'].includes(settings.host)
  if (mode === 'demo' && !loopback) throw new Refusal(422, 'settings.demo-stays-home', { host: settings.host! })
  if (mode === 'production' && settings.now) throw new Refusal(422, 'settings.one-time')
  return { mode, host: settings.host ?? (mode === 'production' ? '0.0.0.0' : '127.0.0.1') }
}

function isNetwork(text: string) {
  const [address = '', prefix, ...rest] = text.split('/')
  return isIP(address) > 0 && !rest.length && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (isIP(address) === 6 ? 128 : 32)))
}

function certificate(cert: string | undefined, key: string | undefined, path: (text: string) => string) {
  if (!cert && !key) return undefined
  if (!cert || !key) throw new Refusal(422, 'settings.half-a-certificate')
  const files = { cert: path(cert), key: path(key) }
  for (const file of Object.values(files)) {
    try { if (existsSync(file)) readFileSync(file); else throw new Error('missing') } catch { throw new Refusal(422, 'settings.unreadable', { file }) }
  }
  return files
}

const examples = {
  PORT: '3000', SENIM_HOST: '127.0.0.1', SENIM_MODE: modes.join(' | '), SENIM_DATA: './data',
  DATABASE_URL: 'postgres://name:password@host:5432/senim', VAULT_URL: 'postgres://name:password@host:5432/senim_vault',
  SENIM_KEYS: 'file:/etc/senim/keys', SENIM_LEDGER: '/mnt/other/senim-ledger', SENIM_BACKUPS: '/mnt/other/senim-backups', SENIM_BACKUPS_KEEP: '14', CLAMD_URL: 'unix:/run/clamav/clamd.ctl', ANALYTICS_URL: 'https://number:secret@www.google-analytics.com/mp/collect', SMTP_URL: 'smtp://name:password@host:587', S3_URL: 's3://key:secret@host:9000/bucket?region=kz-1&path-style',
  SENIM_TLS_CERT: '/etc/senim/cert.pem', SENIM_TLS_KEY: '/etc/senim/key.pem', SENIM_HTTP_PORT: '80',
  SENIM_TRUSTED_PROXIES: '10.0.0.0/8', SENIM_NOW: '2026-12-01T09:00:00+05:00',
}
