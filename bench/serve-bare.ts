// What the stack can do at best: node:http, the session and an outline of forty lessons by named statements, a template literal.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

const url = new URL(process.env.DATABASE_URL!)
const pool = new pg.Pool({ host: url.searchParams.get('host')!, user: 'postgres', password: 'bench', database: 'postgres', max: 10 })
await pool.query(`create table if not exists bare_sessions (token text primary key, person text); create table if not exists bare_lessons (id int primary key, title text, minutes int, done boolean);
  insert into bare_sessions values ('token', 'Аружан') on conflict do nothing; insert into bare_lessons select n, 'Урок ' || n, n % 30, n % 2 = 0 from generate_series(1, 40) n on conflict do nothing`)
const filler = 'Свет меняет не предмет, а то, что о нём можно сказать. '.repeat(120)

const server = createServer(async (_, response) => {
  const client = await pool.connect()
  await client.query({ name: 'begin', text: 'begin' })
  const { rows: [who] } = await client.query({ name: 'session', text: 'select person from bare_sessions where token = $1', values: ['token'] })
  const { rows } = await client.query({ name: 'lessons', text: 'select id, title, minutes, done from bare_lessons order by id' })
  await client.query({ name: 'commit', text: 'commit' })
  client.release()
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><title>${who.person}</title><ol>${rows.map(row => `<li class="${row.done ? 'done' : ''}"><a href="/lesson/${row.id}">${row.title}</a> ${row.minutes}</li>`).join('')}</ol><p>${filler}</p>`)
})
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ targets: [{ name: 'bare', port: (server.address() as AddressInfo).port, host: 'localhost', path: '/', cookie: '' }] })))
process.on('SIGTERM', () => process.exit(0))
