import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agentOf, networkOf } from './client.ts'

test('of an address the network stays', () => {
  assert.equal(networkOf('203.0.113.77'), '203.0.113.0/24')
  assert.equal(networkOf('2001:db8:a:b::1'), '2001:db8:a::/48')
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0::/48')
  assert.equal(networkOf('::1'), '0:0:0::/48')
})

test('of a browser its family, its system and the kind of device stay', () => {
  assert.deepEqual(agentOf('Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'), { device: 'mobile', browser: 'Chrome', system: 'Android' })
  assert.deepEqual(agentOf('Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'), { device: 'tablet', browser: 'Safari', system: 'iOS' })
  assert.deepEqual(agentOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 YaBrowser/24.6.0 Safari/537.36'), { device: 'desktop', browser: 'Yandex Browser', system: 'Windows' })
})

test('a robot, a program and nothing at all are no browser', () => {
  for (const agent of ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'curl/8.1', '<script>', '', undefined]) assert.equal(agentOf(agent).browser, '')
})
