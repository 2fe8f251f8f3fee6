import { Agent, request } from 'node:http'

export type Figures = { perSecond: number; p50: number; p99: number; bytes: number; failed: number }
type Target = { port: number; host: string; path: string; cookie: string; body?: string }

/** Asks again as soon as an answer is whole, on so many connections at once. Bounded in time; a refused request counts as failed. */
export async function load(target: Target, seconds: number, connections: number): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let [bytes, failed] = [0, 0]
  const one = () => new Promise<void>(done => {
    const begun = performance.now()
    const headers = { host: target.host, cookie: target.cookie, accept: 'text/html', ...(target.body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(target.body)) }) }
    const asked = request({ port: target.port, host: '127.0.0.1', path: target.path, method: target.body ? 'POST' : 'GET', headers, agent }, answer => {
      let length = 0
      answer.on('data', piece => { length += piece.length }).on('end', () => {
        times.push(performance.now() - begun)
        bytes = length
        if (answer.statusCode! >= 300) failed++
        done()
      })
    })
    asked.on('error', () => { failed++; done() })
    asked.end(target.body)
  })
  const until = (end: number) => Promise.all(Array.from({ length: connections }, async () => { while (performance.now() < end) await one() }))
  await until(performance.now() + 500) // warm
  times.length = 0
  const begun = performance.now()
  await until(begun + seconds * 1000)
  const took = (performance.now() - begun) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), bytes, failed }
}
