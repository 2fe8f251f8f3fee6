import type { Transporter } from 'nodemailer'
import type { Letter } from './mail.ts'
import { keepLetter } from './outbox.ts'

/** Who a letter belongs to and where it comes from travels beside it; `id` makes a second copy recognisable. */
export type Outgoing = Letter<string> & { id: string; site: string; person: string; from: string; at: Date }
/** `works` is false where letters can only wait: a school at work without a mail server. `host` is where they go. */
export type Transport = { works: boolean; host: string | undefined; send: (letter: Outgoing) => Promise<void>; close: () => void }

/** SMTP where it is set; otherwise a demo or a test keeps letters in the data folder, and a school at work keeps them waiting. */
export function transportFor({ smtpUrl, folder, mode }: { smtpUrl: string | undefined; folder: string; mode: 'demo' | 'test' | 'production' }): Transport {
  if (smtpUrl) return bySmtp(smtpUrl)
  if (mode === 'production') return { works: false, host: undefined, send: async () => { throw new Error('SMTP_URL is not set') }, close() {} }
  return { works: true, host: undefined, send: async letter => keepLetter(folder, letter), close() {} }
}

function bySmtp(url: string): Transport {
  const options = { pool: true, maxConnections: 2, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 } as object
  // Only who sends letters carries what sends them.
  let opened: Promise<Transporter> | undefined
  const smtp = () => opened ??= import('nodemailer').then(({ createTransport }) => createTransport(url, options))
  return {
    works: true,
    host: new URL(url).hostname,
    async send({ id, site, from, replyTo, to, subject, text, html, at }) {
      await (await smtp()).sendMail({ from, ...replyTo && { replyTo }, to, subject, text, ...html && { html }, date: at, messageId: `<${id}@${site}.senim>`, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    close: () => void opened?.then(smtp => smtp.close()),
  }
}
