// Serves the gallery on a free port of this machine, under the product's content policy.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveAsset } from '#platform/islands/assets.ts'
import { isLocale } from '#platform/locale.ts'
import { drawGallery, galleryPolicy } from '#platform/ui/gallery/gallery.tsx'
import { isTheme } from '#platform/ui/ui.ts'
import { drawCourse, errorIn, failedHere, hereFor } from './gallery.tsx'

/** `/<look>/<language>/` and then `gallery` with all its pages, `course`, `failed` or a number of an error. */
function draw(path: string): string | undefined {
  const [, theme = '', locale, what = '', ...rest] = path.split('/')
  if (!isTheme(theme) || !isLocale(locale)) return undefined
  if (what === 'course') return drawCourse(theme, locale)
  if (/^\d+$/.test(what)) return errorIn(theme, locale, Number(what))
  return drawGallery(what === 'failed' ? failedHere(theme, locale) : hereFor(theme, locale, { path: ['/gallery', ...rest.length ? rest : ['all']].join('/') }))
}

export async function serveGallery(): Promise<{ address: string; close: () => void }> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://gallery.example')
    if (url.pathname.startsWith('/assets/')) {
      const answer = serveAsset(new Request(url, { headers: { 'accept-encoding': request.headers['accept-encoding'] ?? '' } }))
      return response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
    }
    const page = draw(url.pathname)
    return response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': galleryPolicy }).end(page)
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
