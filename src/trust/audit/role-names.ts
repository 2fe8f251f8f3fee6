import type { Locale, Text } from '#platform/locale.ts'
import type { Role } from './context.ts'

/** What a role is called, in the nominative, without a capital. */
export const roleNames: Record<Role, Text> = {
  visitor: { ru: 'посетитель', kk: 'келуші', en: 'visitor' },
  learner: { ru: 'учащийся', kk: 'білім алушы', en: 'learner' },
  teacher: { ru: 'преподаватель', kk: 'оқытушы', en: 'teacher' },
  operator: { ru: 'оператор', kk: 'оператор', en: 'operator' },
  'privacy-officer': { ru: 'ответственный за персональные данные', kk: 'дербес деректерге жауапты тұлға', en: 'privacy officer' },
  support: { ru: 'поддержка', kk: 'қолдау қызметі', en: 'support' },
  system: { ru: 'система', kk: 'жүйе', en: 'the system' },
}

/** For a role read from a table: one that the product no longer has keeps its own name. */
export const roleName = (role: string, locale: Locale) => roleNames[role as Role]?.[locale] ?? role
