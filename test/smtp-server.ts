// A mail server small enough to read: it takes letters, refuses the mailboxes it is told to, and remembers what it got.
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

export async function smtpServer(refuses: (mailbox: string) => boolean = () => false) {
  const letters: { to: string; data: string }[] = []
  const server = createServer(socket => {
    let to = ''
    let data: string[] | undefined
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 here')
    socket.on('error', () => {}).on('data', chunk => {
      rest += chunk.toString()
      const lines = rest.split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        if (data) {
          if (line !== '.') { data.push(line); continue }
          letters.push({ to, data: data.join('\n') })
          data = undefined
          say('250 taken')
        } else if (/^(EHLO|HELO)/i.test(line)) say('250 here')
        else if (/^RCPT/i.test(line)) {
          to = /<(.*)>/.exec(line)?.[1] ?? ''
          say(refuses(to) ? `550 no mailbox ${to}` : '250 fine')
        } else if (/^DATA/i.test(line)) { data = []; say('354 go on') }
        else if (/^QUIT/i.test(line)) { say('221 bye'); socket.end() }
        else say('250 fine')
      }
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return { letters, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => { server.close() } }
}

/** The body of a letter as its reader sees it. */
export const decoded = (data: string) => {
  const [head = '', ...body] = data.split('\n\n')
  const text = body.join('\n\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  return Buffer.from(text.replace(/=\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString()
}
