import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messages, readSettings, settleMode } from '#platform/settings/settings.ts'
import { fill } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'

const refused = (env: Record<string, string>) => {
  try { readSettings(env, '/home') } catch (error) {
    if (error instanceof Refusal) return fill(messages[error.code.split('.')[1] as 'wrong'], error.facts).en
  }
  return undefined
}

test('without any setting there is a port, a folder where one stands, and nothing else', () => {
  const { port, folder, mode, host, databaseUrl, trustedProxies } = readSettings({}, '/home/ann')
  assert.deepEqual({ port, folder, mode, host, databaseUrl, trustedProxies }, { port: 3000, folder: '/home/ann/data', mode: undefined, host: undefined, databaseUrl: undefined, trustedProxies: [] })
})

test('an empty variable counts as none', () => {
  assert.equal(readSettings({ PORT: '', SMTP_URL: '', SENIM_DATA: '' }, '/home').port, 3000)
})

test('each variable that cannot be right is named, with what it should look like', () => {
  const wrong = { PORT: '70000', SENIM_HOST: 'a b', SENIM_MODE: 'live', DATABASE_URL: 'mysql://x', SMTP_URL: 'http://x', S3_URL: 'https://x', SENIM_KEYS: 'keys', SENIM_LEDGER: 'near', SENIM_BACKUPS_KEEP: '1', SENIM_HTTP_PORT: 'x', SENIM_TRUSTED_PROXIES: 'proxy', SENIM_NOW: 'noon', CLAMD_URL: 'clamd' }
  for (const [name, value] of Object.entries(wrong)) assert.match(refused({ [name]: value }) ?? 'accepted', new RegExp(`The variable ${name} is not right: write it like ${name}=`), name)
  assert.match(refused({ VAULT_URL: 'postgres://a:b@c/d' }) ?? 'accepted', /without DATABASE_URL/)
})

test('a demo stays on this machine, a school at work has one time; each opens where its mode says', () => {
  assert.equal(settleMode(readSettings({}), 'demo').host, '127.0.0.1')
  assert.equal(settleMode(readSettings({}), 'production').host, '0.0.0.0')
  assert.equal(settleMode(readSettings({ SENIM_HOST: '::1' }), 'demo').host, '::1')
  assert.throws(() => settleMode(readSettings({ SENIM_HOST: '192.0.2.1' }), 'demo'), { code: 'settings.demo-stays-home' })
  assert.throws(() => settleMode(readSettings({ SENIM_NOW: '2026-12-01' }), 'production'), { code: 'settings.one-time' })
})
