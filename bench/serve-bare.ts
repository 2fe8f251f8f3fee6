// What the stack can do at best: node:http, the statements of each page asked by name in as few round trips, a constant for the answer.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { uuidv7 } from '#platform/ids.ts'
import { answerMeters } from './meters.ts'
import type { Rounds } from './statements.ts'
import type { Target } from './run.ts'

type Order = { connection: pg.PoolConfig; targets: Pick<Target, 'name' | 'bare'>[] }

process.once('message', ({ connection, targets }: Order) => {
  const pool = new pg.Pool({ ...connection, max: 10, pipeline: true } as pg.PoolConfig)
  const texts = new Map<string, string>()
  for (const { bare: { rounds } } of targets) for (const { text } of rounds.flat(2)) texts.set(text, texts.get(text) ?? `b${texts.size}`)
  const answers = targets.map(({ bare }) => 'x'.repeat(bare.bytes))
  const turns = targets.map(() => 0)

  const server = createServer(async (request, response) => {
    const number = Number(request.url!.slice(1))
    const all = targets[number]!.bare.rounds
    const client = await pool.connect()
    try { await ask(client, all[turns[number]!++ % all.length]!, texts) } finally { client.release() }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(answers[number])
  })
  server.listen(0, '127.0.0.1', () => {
    answerMeters()
    process.send!({ port: (server.address() as AddressInfo).port })
  })
})

async function ask(client: pg.PoolClient, rounds: Rounds, texts: Map<string, string>) {
  const ids: string[] = []
  const valueOf = (value: unknown) => value !== null && typeof value === 'object' && 'fresh' in value ? ids[value.fresh as number] ??= uuidv7() : value
  for (const round of rounds)
    await Promise.all(round.map(({ text, values }) => client.query(text.startsWith('begin') ? text : { name: texts.get(text)!, text, values: values.map(valueOf) } as pg.QueryConfig)))
}
process.on('SIGTERM', () => process.exit(0))
