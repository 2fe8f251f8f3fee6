// The gallery of a demonstration, in each school's look and in that of the house.
import type { Context as Request } from 'hono'
import { drawGallery, galleryPolicy } from '#platform/ui/gallery/gallery.tsx'
import type { Here } from '#platform/ui/ui.ts'
import { Refusal } from '#platform/refusal.ts'
import { hereOf, raw, type Route } from '#platform/web/web.ts'

export const galleryRoutes: Route[] = ['/gallery', '/gallery/:part', '/gallery/:part/:mode'].map(path =>
  raw('GET', path, { access: 'everyone', sample: null, why: 'a demonstration only' }, (_, __, c) => gallery(c, hereOf(c.var.visit))))

/** Answers with a page of the gallery, or refuses an address that is none. */
export function gallery(c: Request, here: Here): Response {
  const page = drawGallery(here)
  if (!page) throw new Refusal(404, 'common.not-found')
  return c.html(page, 200, { 'content-security-policy': galleryPolicy }) as Response
}
