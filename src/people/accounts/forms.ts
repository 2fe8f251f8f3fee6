import { z } from 'zod'
import { locales } from '#platform/locale.ts'
import { form, type Form } from '#platform/ui/ui.ts'
import type { Policy } from '#trust/policy/policy.ts'
import { inputsOf, shapeOf } from './fields.ts'
import { messages } from './messages.ts'
import { editableFields } from './profile.ts'
import { Settings, zones } from './settings.ts'

/** Made once for each policy: which fields there are is said by the manifest. */
export const perPolicy = <Made>(make: (policy: Policy) => Made) => {
  const made = new WeakMap<Policy, Made>()
  return (policy: Policy): Made => {
    const known = made.get(policy) ?? make(policy)
    made.set(policy, known)
    return known
  }
}

export const profileForm: (policy: Policy) => Form<z.ZodObject> = perPolicy(policy => {
  const fields = editableFields(policy)
  return form(z.strictObject(shapeOf(fields)), inputsOf(fields), messages)
})

const names = { ru: 'Русский', kk: 'Қазақша', en: 'English' }

export const settingsForm = form(Settings, {
  locale: { type: 'select', optional: true, hint: 'locale-hint', options: () => [{ value: '', label: '—' }, ...locales.map(value => ({ value, label: names[value] }))] },
  theme: { type: 'select', optional: true, options: locale => [{ value: '', label: messages['theme-system'][locale] }, { value: 'light', label: messages['theme-light'][locale] }, { value: 'dark', label: messages['theme-dark'][locale] }] },
  time_zone: { type: 'select', optional: true, options: locale => [{ value: '', label: messages['zone-school'][locale] }, ...zones.map(value => ({ value, label: value.replace('_', ' ') }))] },
}, messages)

export const guestSettingsForm = form(Settings.pick({ locale: true, theme: true }), {
  locale: { type: 'select', optional: true, options: () => [{ value: '', label: '—' }, ...locales.map(value => ({ value, label: names[value] }))] },
  theme: { type: 'select', optional: true, options: locale => [{ value: '', label: messages['theme-system'][locale] }, { value: 'light', label: messages['theme-light'][locale] }, { value: 'dark', label: messages['theme-dark'][locale] }] },
}, messages)
