import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context as Request } from 'hono'

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)]
/** Below this many characters a page travels as fast as it is. */
const small = 6000

/**
 * Answers with a page, a long one in the smallest form the browser reads. It may be packed: a page holds no lasting secret
 * (no session, no token of a form), so nothing can be guessed from its length.
 */
export async function answerPage(c: Request<any>, html: string, status: number): Promise<Response> {
  const accepted = c.req.header('accept-encoding') ?? ''
  if (html.length < small || !/\b(br|gzip)\b/.test(accepted)) return c.html(html, status as 200)
  const best = /\bbr\b/.test(accepted)
  const body = best ? await brotli(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }) : await gzipped(html, { level: 5 })
  return c.body(new Uint8Array(body), status as 200, { 'content-type': 'text/html; charset=UTF-8', 'content-encoding': best ? 'br' : 'gzip', 'content-length': String(body.length), vary: 'accept-encoding' })
}
