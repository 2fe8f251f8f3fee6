import { request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'
import type { Ask } from './run.ts'

/** What a browser with nothing kept fetches for a page: the page, and each file of ours that it names, in the smallest form a browser reads. Faces that only the stylesheet names are not counted. */
export async function firstVisit({ port, host, asks: [ask] }: { port: number; host: string; asks: Ask[] }): Promise<{ requests: number; bytes: number }> {
  const { body: page, packed } = await fetched(port, { path: ask!.path, host, cookie: ask!.cookie })
  const text = String(packed ? brotliDecompressSync(page) : page)
  const files = [...new Set([...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!))]
  const sizes = await Promise.all(files.map(async path => (await fetched(port, { path, host, cookie: '' })).body.length))
  return { requests: 1 + files.length, bytes: sizes.reduce((sum, size) => sum + size, page.length) }
}

function fetched(port: number, { path, host, cookie }: { path: string; host: string; cookie: string }): Promise<{ body: Buffer; packed: boolean }> {
  return new Promise((done, fail) => {
    request({ port, host: '127.0.0.1', path, headers: { host, cookie, accept: 'text/html', 'accept-encoding': 'br' } }, async answer => {
      const pieces: Buffer[] = []
      for await (const piece of answer) pieces.push(piece as Buffer)
      done({ body: Buffer.concat(pieces), packed: answer.headers['content-encoding'] === 'br' })
    }).on('error', fail).end()
  })
}
