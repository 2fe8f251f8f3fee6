// A receipt: what its person keeps of a consent. Its fields are those of ISO/IEC TS 27560 and of article 8(4) of Law 94-V.
import { createHash } from 'node:crypto'
import { lawProfile } from '#trust/law/law.ts'
import type { Policy } from '#trust/policy/policy.ts'
import type { Terms } from './declared.ts'
import type { RecordShown } from './standing.ts'

export type OpenRecord = RecordShown & { person: string; words: string | null; terms: string | null }

export const termsIn = ({ terms }: Pick<OpenRecord, 'terms'>): Terms => JSON.parse(terms!)
/** SHA-256 of the words that were read, in hexadecimal. */
export const hashOfWords = ({ words }: Pick<OpenRecord, 'words'>): string => createHash('sha256').update(words ?? '').digest('hex')

/** `address` is the school's own. */
export function receiptOf(record: OpenRecord, { policy, address }: { policy: Policy; address: URL }): object {
  const terms = termsIn(record)
  const law = lawProfile(policy.law)
  const at = (path: string) => new URL(path, address).href
  return {
    schema_version: 'ISO/IEC TS 27560:2023', receipt_metadata: { record_id: record.id, created: record.at.toISOString(), publisher: terms.operator.name },
    pii_principal_id: record.person,
    pii_processing: [{
      privacy_notice: at(`/privacy/versions/${record.policy_version}`), language: record.locale,
      notice: { text: record.words, version: record.version, hash: { algorithm: 'SHA-256', value: hashOfWords(record) } },
      purposes: [{
        purpose: terms.purpose, lawful_basis: { name: terms.ground.name, article: terms.ground.article },
        pii_information: terms.data.map(({ category, name, needed }) => ({ pii_type: category, pii_attribute: name, pii_optional: !needed })),
        pii_controllers: [terms.operator.bin], collection_method: record.manner, storage_locations: [terms.country],
        retention_period: record.ends_at?.toISOString() ?? 'until withdrawn', recipient_third_parties: terms.recipients,
        withdrawal_method: at(`/me/consents/${record.consent}`), privacy_rights: Object.keys(law.rights), jurisdiction: law.country,
      }],
    }],
    party_identification: [
      { party_id: terms.operator.bin, party_role: 'controller', party_name: terms.operator.name, party_address: terms.operator.address, party_email: terms.operator.email },
      { party_id: law.authority.site, party_role: 'authority', party_name: law.authority.name[record.locale as 'ru'] },
    ],
    events: [{ event_type: 'explicit', event_state: record.given ? 'consent given' : 'consent withdrawn', event_time: record.at.toISOString(), validity_duration: record.ends_at?.toISOString() ?? null, entity_id: record.person }],
    law_94_v_article_8_4: {
      operator: terms.operator.name, bin: terms.operator.bin, subject: terms.subject, term: record.ends_at?.toISOString() ?? 'until withdrawn',
      third_parties: terms.recipients.length > 0, cross_border: terms.crossBorder, public_sources: terms.public, data: terms.data.map(({ name }) => name),
    },
  }
}
