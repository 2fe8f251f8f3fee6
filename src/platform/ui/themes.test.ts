import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, withMoreContrast } from './contrast.ts'
import { looks, themes, type Look } from './themes.ts'

type Name = keyof (typeof looks)['core']['palette']
/** What is read on what, and by how much at least: light, dark. */
const demands: [Name, Name, number, number][] = [
  ['text', 'bg', 15, 15], ['text', 'surface', 13, 12], ['text', 'sunken', 13, 13], ['muted', 'bg', 6.1, 6.1], ['muted', 'surface', 5.5, 5.5], ['muted', 'sunken', 5.5, 5.5],
  ['accent', 'bg', 5.4, 7.1], ['accent', 'surface', 5.4, 6], ['onAccent', 'accent', 5.6, 5.6], ['onAccent', 'accentHover', 5.6, 5.6], ['onAccentSoft', 'accentSoft', 7, 7],
  ['onHi', 'hi', 8, 8], ['borderStrong', 'bg', 3.4, 3.4], ['borderStrong', 'surface', 3.1, 3.1], ['focus', 'bg', 5, 5],
  ['ok', 'okBg', 5, 5], ['warn', 'warnBg', 5, 5], ['bad', 'badBg', 5, 5], ['info', 'infoBg', 5, 5], ['ok', 'bg', 5.5, 5.5], ['warn', 'bg', 5.5, 5.5], ['bad', 'bg', 5.5, 5.5], ['info', 'bg', 5.5, 5.5],
  ['text', 'okBg', 10, 8], ['text', 'warnBg', 10, 8], ['text', 'badBg', 10, 8], ['text', 'infoBg', 10, 8],
]

const tooFaint = (theme: (typeof themes)[number], palette: Record<Name, readonly [string, string]>) => demands.flatMap(([front, back, ...least]) => ['light', 'dark'].flatMap((mode, at) => {
  const found = contrast(palette[front][at]!, palette[back][at]!)
  return Math.round(found * 10) / 10 < least[at]! ? [`${theme} ${mode}: ${front} on ${back} is ${found.toFixed(2)}, not ${least[at]}`] : []
}))

test('in every look, light and dark, what is read stands out from its ground', () => {
  assert.equal(themes.length * 2, 12)
  assert.deepEqual(themes.flatMap(theme => tooFaint(theme, looks[theme].palette)), [])
})

test('who asks for more contrast reads everything by 7 to 1, and sees every border by 4.5', () => {
  const read = ['text', 'muted', 'accent', 'accentHover', 'focus', 'ok', 'warn', 'bad', 'info'] as const
  const own = { ok: 'okBg', warn: 'warnBg', bad: 'badBg', info: 'infoBg' } as const
  const faint = themes.flatMap(theme => [0, 1].flatMap(at => {
    const of = (name: Name) => withMoreContrast(looks[theme].palette)[name][at]!
    const pairs: [Name, Name, number][] = [
      ...read.flatMap(name => (['bg', 'surface', 'sunken'] as const).map((ground): [Name, Name, number] => [name, ground, 7])), ...Object.entries(own).map(([name, ground]): [Name, Name, number] => [name as Name, ground, 7]),
      ['onAccent', 'accent', 7], ['onAccent', 'accentHover', 7], ['onAccentSoft', 'accentSoft', 7], ['onHi', 'hi', 7], ['border', 'bg', 4.5], ['border', 'surface', 4.5], ['borderStrong', 'surface', 7],
    ]
    return pairs.filter(([front, back, least]) => contrast(of(front), of(back)) < least).map(([front, back]) => `${theme} ${at ? 'dark' : 'light'}: ${front} on ${back} ${contrast(of(front), of(back)).toFixed(2)}`)
  }))
  assert.deepEqual(faint, [])
})

test('a palette that is too faint is noticed', () => {
  assert.equal(tooFaint('core', { ...looks.core.palette, muted: ['#9aa0a4', '#a0a5a8'] }).length, 3)
})

test('a masthead of its own colour keeps its words readable', () => {
  for (const { ground, text, link } of Object.values<Look>(looks).flatMap(({ masthead }) => masthead ?? []))
    for (const at of [0, 1] as const) assert.ok(contrast(ground[at], text[at]) >= 7 && contrast(ground[at], link[at]) >= 6)
})

test('states look the same in every school, so that trust does', () => {
  for (const name of ['ok', 'warn', 'bad', 'info', 'okBg', 'warnBg', 'badBg', 'infoBg'] as const)
    assert.deepEqual([...new Set(themes.map(theme => looks[theme].palette[name][0]))], [looks.core.palette[name][0]])
})
