// One RFC 5322 letter, as every mail server hands it on: what of it we need, and nothing else.
import PostalMime from 'postal-mime'
import type { Locale } from '#platform/locale.ts'
import { Refusal } from '#platform/refusal.ts'

/** Bytes. Larger letters are refused whole: their attachments would be left out anyway. */
export const mostBytes = 15 * 1024 * 1024
const mostWords = 20_000

export type LetterIn = {
  from: string; name: string; to: string[]; subject: string; words: string; locale: Locale
  /** Names of its attachments: none is taken. */
  leftOut: string[]
  /** The number its sender gave it, and those of the letters it answers. */
  number: string | undefined; answers: string[]
  /** Written by a machine: answering it would go on for ever. */
  automatic: boolean
}

/** @throws Refusal support.mail-unreadable, support.mail-too-big */
export async function readLetter(raw: Uint8Array): Promise<LetterIn> {
  if (raw.length > mostBytes) throw new Refusal(413, 'support.mail-too-big', { megabytes: mostBytes / 1024 / 1024 })
  const read = await PostalMime.parse(raw).catch(() => undefined)
  const header = (key: string) => read?.headers.find(each => each.key === key)?.value.trim().toLowerCase() ?? ''
  const from = read?.replyTo?.[0]?.address ?? read?.from?.address
  const said = (read?.text?.trim() || textOf(read?.html ?? '')).slice(0, mostWords)
  const subject = (read?.subject ?? '').trim().slice(0, 300)
  const words = withoutQuote(said) || subject
  if (!read || !from || !words) throw new Refusal(422, 'support.mail-unreadable')
  return {
    from: from.toLowerCase(), name: (read.from?.name ?? '').slice(0, 120), subject, words, locale: localeIn(`${subject} ${words}`),
    to: [read.deliveredTo ? [read.deliveredTo] : [], ...[...read.to ?? [], ...read.cc ?? []].map(each => each.address ? [each.address] : (each.group ?? []).map(one => one.address))].flat(),
    leftOut: read.attachments.filter(({ disposition, related }) => disposition === 'attachment' || !related).map(({ filename, mimeType }) => (filename ?? mimeType).slice(0, 120)).slice(0, 20),
    number: read.messageId, answers: idsIn(`${read.inReplyTo ?? ''} ${read.references ?? ''}`),
    automatic: !['', 'no'].includes(header('auto-submitted')) || ['bulk', 'junk', 'list', 'auto_reply'].includes(header('precedence')) || header('return-path') === '<>' || /^(mailer-daemon|postmaster|no-?reply)@/i.test(from),
  }
}

const idsIn = (text: string) => [...new Set([...text.matchAll(/<([^<>\s]{3,250})>/g)].map(([, id]) => id!))].slice(-20)

/** What the letter answers is in the enquiry already: the quote at its end, with the line that leads it in, is left away. */
function withoutQuote(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n')
  let end = lines.length
  while (end > 0 && /^\s*(>.*)?$/.test(lines[end - 1]!)) end--
  const quoted = end < lines.length && lines.slice(end).some(line => line.trimStart().startsWith('>'))
  if (quoted && end > 0 && /:\s*$/.test(lines[end - 1]!)) end--
  return lines.slice(0, end).join('\n').trim()
}

const entities: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' }

/** The words of a letter that has no plain part. */
const textOf = (html: string) => html.slice(0, 200_000)
  .replace(/<(script|style|head)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '').replace(/<(?:br|\/p|\/div|\/li|\/tr|\/h\d)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, '')
  .replace(/&(?:#(\d{1,6})|(\w{2,4}));/g, (whole, code?: string, name?: string) => code ? String.fromCodePoint(Math.min(Number(code), 0x10ffff)) : entities[name ?? ''] ?? whole)
  .replace(/[ \t]+/g, ' ').replace(/\n\s*\n\s*/g, '\n\n').trim()

/** In which of our languages it is written, by its letters. */
const localeIn = (text: string): Locale => /[әғқңөұүһі]/i.test(text) ? 'kk' : /[а-яё]/i.test(text) ? 'ru' : 'en'
