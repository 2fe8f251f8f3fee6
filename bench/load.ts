import { Agent, request } from 'node:http'
import type { Ask } from './run.ts'

export type Figures = { requests: number; perSecond: number; p50: number; p99: number; bytes: number; failed: number }

/** Asks again as soon as an answer is whole, on so many connections at once, each time for the next person. A refused request counts as failed. */
export async function load({ port, host, asks }: { port: number; host: string; asks: Ask[] }, seconds: number, connections: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let [bytes, failed, turn] = [0, 0, 0]
  const one = () => new Promise<void>(done => {
    const { path, cookie, body } = asks[turn++ % asks.length]!
    const begun = performance.now()
    const headers = { host, cookie, accept: 'text/html', ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }) }
    const asked = request({ port, host: '127.0.0.1', path, method: body ? 'POST' : 'GET', headers, agent }, answer => {
      let length = 0
      answer.on('data', piece => { length += piece.length }).on('end', () => {
        times.push(performance.now() - begun)
        bytes = length
        if (answer.statusCode! >= 300) failed++
        done()
      })
    })
    asked.on('error', () => { failed++; done() })
    asked.end(body)
  })
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(Array.from({ length: connections }, async () => { while (performance.now() < end) await one() }))
  const took = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { requests: times.length, perSecond: times.length / took, p50: at(0.5), p99: at(0.99), bytes, failed }
}
