// Serves the gallery on a free port of this machine, under the product's content policy.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveAsset } from '#platform/islands/assets.ts'
import { isLocale } from '#platform/locale.ts'
import { drawPage, isTheme } from '#platform/ui/ui.ts'
import { drawCourse, errorIn, failedHere, Gallery, hereFor } from './gallery.tsx'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'"
const picture = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><rect width="800" height="400" fill="#3b4a66"/><rect y="230" width="800" height="30" fill="#e3a36b"/><rect y="260" width="800" height="140" fill="#111"/></svg>'

/** `/<look>/<language>/<gallery|course|failed|404>` */
function draw(path: string): string | undefined {
  const [, theme = '', locale, what = ''] = path.split('/')
  if (!isTheme(theme) || !isLocale(locale)) return undefined
  if (what === 'course') return drawCourse(theme, locale)
  if (/^\d+$/.test(what)) return errorIn(theme, locale, Number(what))
  const here = what === 'failed' ? failedHere(theme, locale) : hereFor(theme, locale)
  return drawPage(here, () => ({ title: what, body: <Gallery here={here} /> }))
}

export async function serveGallery(): Promise<{ address: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://gallery.example')
    if (url.pathname === '/picture.svg') return response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(picture)
    if (url.pathname.startsWith('/assets/')) {
      const answer = serveAsset(new Request(url, { headers: { 'accept-encoding': request.headers['accept-encoding'] ?? '' } }))
      return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
    }
    const page = draw(url.pathname)
    return response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }).end(page)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
