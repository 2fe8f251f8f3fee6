import type { Text } from '#platform/locale.ts'
import type { Kind, Policy } from '#trust/policy/policy.ts'

export type PublishedPromise = { id: string; says: Text; verb: string; subject: string; rule: unknown; kind: Kind }
export type PublishedChapter = { id: string; title: Text; plain: Text; promises: PublishedPromise[] }

/** A policy as the outside reads it: figures filled in, without anything of ours. The archive and the API hold this. */
export type Published = Pick<Policy, 'law' | 'name' | 'operator' | 'summary' | 'purposes' | 'data' | 'recipients' | 'cookies' | 'registration' | 'age' | 'rights'> & {
  schema: 1
  seal: string
  change: Policy['change'] | null
  chapters: PublishedChapter[]
}

export function publishedOf({ law, name, operator, summary, purposes, data, recipients, cookies, registration, age, rights, change, seal, chapters }: Policy): Published {
  return {
    schema: 1, seal, law, name, operator, summary, purposes, data, recipients, cookies, registration, age, rights, change: change ?? null,
    chapters: chapters.map(({ id, title, plain, promises }) => ({
      id, title, plain,
      promises: promises.map(({ id, says, verb, subject, rule, control }) => ({ id, says, verb, subject, rule, kind: control.kind })),
    })),
  }
}
