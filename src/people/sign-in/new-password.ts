import { z } from 'zod'
import { fill, type Messages } from '#platform/locale.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { messages } from './messages.ts'
import { leastLength, weaknesses, weaknessOf } from './password-rules.ts'
import { hashingOf } from './passwords.ts'

/** A password that is being chosen, judged together with the other fields of its form, so that all faults are named at once. Whether it repeats what is known of its owner is for `hashNew`. */
export const newPassword = (policy: Policy) => z.string().min(1).max(1000).superRefine((password, found) => {
  const weakness = weaknessOf(password, hashingOf(policy))
  if (weakness) found.addIssue({ code: 'custom', message: `password-${weakness}` })
})

/** The sentences of what `newPassword` finds, for the words of a form. */
export const newPasswordWords: Messages = Object.fromEntries(weaknesses.map(weakness => [`password-${weakness}`, fill(messages[`password-${weakness}`], { least: leastLength })]))
