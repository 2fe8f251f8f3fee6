import type { MiddlewareHandler } from 'hono'

/** No script or style but our own files, nothing from elsewhere, and no word to anyone about where a visitor came from. */
const protection: Record<string, string> = {
  'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self'; font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
}
const names = Object.keys(protection)

/** What somebody uploaded is answered under a stricter policy than ours, and keeps it. What does not say how long it may be kept is not kept. */
export const protectAnswer: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  for (const name of names) if (name !== 'content-security-policy' || !headers.has(name)) headers.set(name, protection[name]!)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
}
