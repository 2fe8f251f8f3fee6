// A manifest small enough to read at a glance, for tests that plant a fault or a change in it.
import { stringify } from 'yaml'

export const said = (ru: string, kk = ru, en = ru) => ({ ru, kk, en })
type Json = Record<string, any>

const right = (name: string, way = 'profile') => ({ right: name, what: said(`Право ${name}`), way })

/** The manifest as data; `smallManifest` writes it down. Each call gives a new one, so a test may change it. */
export const smallPolicy = (): Json => ({
  schema: 1,
  law: 'kz',
  effective: '2026-01-12',
  name: said('Школа'),
  operator: {
    name: said('ТОО «Школа»'), bin: '000000000001', address: said('Алматы, улица Тихая, 1'),
    responsible: { name: said('Дана'), duty: said('ответственная'), email: 'privacy@small.example' },
    contacts: [{ channel: 'e-mail', value: 'help@small.example', for: ['privacy', 'rights', 'support'], hours: said('всегда'), answer: { 'working-days': 10 } }],
  },
  summary: ['раз', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь'].map(line => said(line)),
  purposes: [{ id: 'learning', serves: 'learning', what: said('Учёба') }, { id: 'security', serves: 'security', what: said('Безопасность') }],
  data: [
    { category: 'account.email', what: said('Почта'), why: said('Чтобы входить'), purposes: ['learning'], basis: 'consent', source: 'person', needed: true, recipients: [], term: 'account-kept' },
    { category: 'account.name', what: said('Имя'), why: said('Чтобы обращаться'), purposes: ['learning'], basis: 'consent', source: 'person', needed: true, recipients: [], term: 'account-kept' },
    { category: 'account.password', what: said('Пароль'), why: said('Чтобы узнать вас'), purposes: ['security'], basis: 'protection-duty', source: 'person', needed: true, recipients: [], term: 'account-kept' },
  ],
  recipients: [],
  cookies: [{ name: 'session', category: 'necessary', purpose: said('Узнаёт вас'), life: 'P90D' }],
  registration: {
    identifier: 'e-mail', confirmed: true,
    fields: [
      { field: 'name', category: 'account.name', purpose: 'learning', needed: true, why: said('Чтобы обращаться') },
      { field: 'email', category: 'account.email', purpose: 'learning', needed: true, why: said('Чтобы входить') },
      { field: 'password', category: 'account.password', purpose: 'security', needed: true, why: said('Чтобы входили вы') },
    ],
  },
  age: 'none',
  rights: [...['access', 'rectification', 'erasure', 'restriction', 'objection', 'withdrawal'].map(name => right(name)), right('complaint', 'authority')],
  chapters: [
    {
      id: 'keeping', title: said('Хранение'), plain: said('Храним, пока вы учитесь. Предупредим за {account-kept.warning}.'),
      promises: [
        { id: 'account-kept', says: said('Храним {for} после входа, предупредим за {warning}.'), retain: { subject: 'account', after: 'last-sign-in', for: 'P3Y', warning: 'P30D' }, keeps: ['MX-040'] },
        { id: 'agreement', says: said('Регистрация означает согласие.'), ask: { subject: 'acceptance', on: ['registration', 'continued-use'] } },
        { id: 'change-announced', says: said('О существенных изменениях узнаете за {ahead}.'), announce: { subject: 'policy-change', of: 'substantial', ahead: 'P14D', by: ['page', 'banner', 'in-app', 'e-mail'] } },
      ],
    },
  ],
})

/** As it would stand in a file; `change` works on the data first. */
export function smallManifest(change: (policy: Json) => unknown = () => {}): string {
  const policy = smallPolicy()
  change(policy)
  return stringify(policy, { lineWidth: 0, aliasDuplicateObjects: false })
}
