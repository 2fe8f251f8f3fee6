// The smallest whole course, as the files of its folder: tests plant one fault at a time in it.
import type { Folder } from '#school/courses/format/format.ts'

const course = `format: 1
title: { ru: Свет, kk: Жарық, en: Light }
outcome: { ru: Увидите свет., kk: Жарықты көресіз., en: You see light. }
summary: { ru: Коротко о свете., kk: Жарық туралы қысқаша., en: Light in short. }
level: beginner
hours: 1
licence: CC-BY-4.0
teachers:
  - { ru: Айгерим, kk: Айгерім, en: Aigerim }
modules:
  - slug: first
    title: { ru: Начало, kk: Бастауы, en: Beginning }
    lessons: [01-side]
free: [01-side]
completion: { lessons: 100, test: true, assignment: true }
`
const test = `title: { ru: Тест, kk: Сынақ, en: Test }
pass: 70
attempts: 3
questions:
  - id: shadow
    type: single
    points: 1
    lesson: side
    text: { ru: Что видно?, kk: Не көрінеді?, en: What shows? }
    options:
      a: { ru: Рельеф, kk: Бедер, en: Relief }
      b: { ru: Ничего, kk: Ештеңе, en: Nothing }
    right: a
    explanation: { ru: Тени., kk: Көлеңке., en: Shadows. }
  - id: steps
    type: ordering
    points: 2
    lesson: side
    text: { ru: По порядку, kk: Ретімен, en: In order }
    items:
      a: { ru: Второе, kk: Екінші, en: Second }
      b: { ru: Первое, kk: Бірінші, en: First }
    right: [b, a]
    explanation: { ru: Так., kk: Осылай., en: So. }
  - id: pairs
    type: matching
    points: 2
    lesson: side
    text: { ru: Пары, kk: Жұптар, en: Pairs }
    items:
      a: { ru: Утро, kk: Таң, en: Morning }
      b: { ru: Полдень, kk: Түс, en: Noon }
    options:
      a: { ru: Сверху, kk: Жоғарыдан, en: Above }
      b: { ru: Сбоку, kk: Бүйірден, en: Aside }
    right: { a: b, b: a }
    explanation: { ru: Так., kk: Осылай., en: So. }
`
const assignment = `title: { ru: Снимок, kk: Сурет, en: Picture }
task: { ru: Снимите **тень**., kk: '**Көлеңкені** түсіріңіз.', en: Take a **shadow**. }
kind: photo
attempts: 3
pass: 60
criteria:
  - id: light
    title: { ru: Свет, kk: Жарық, en: Light }
    levels:
      - { points: 0, text: { ru: Нет, kk: Жоқ, en: None } }
      - { points: 5, text: { ru: Есть, kk: Бар, en: There } }
`
const lesson = (title: string, alt: string, words: string) => `---
title: ${title}
minutes: 5
---
## ${title}

${words} [mdn](https://developer.mozilla.org/) [сәлем](lang:kk)

![${alt}](figure:sun "${title}")

\`\`\`check
id: where
type: single
question: ${title}?
options:
  a: ${words}
  b: ${alt}
right: b
why: ${words}
\`\`\`
`
const sun = `<svg viewBox="0 0 100 50" xmlns="http://www.w3.org/2000/svg">
  <defs><linearGradient id="sky"><stop offset="0" stop-color="currentColor"/></linearGradient></defs>
  <circle class="fig-accent" cx="50" cy="25" r="9" fill="url(#sky)"/>
  <text x="5" y="40">{sun}</text>
</svg>
`

/** `changes` gives a file anew, edits it, or with null takes it away. */
export function smallCourse(changes: Record<string, string | null | ((text: string) => string)> = {}): Folder {
  const files = new Map(Object.entries({
    'course.yaml': course, 'test.yaml': test, 'assignment.yaml': assignment,
    'lessons/01-side.ru.md': lesson('Боковой свет', 'Солнце сбоку', 'Тени видны.'),
    'lessons/01-side.kk.md': lesson('Бүйір жарық', 'Күн бүйірде', 'Көлеңке көрінеді.'),
    'lessons/01-side.en.md': lesson('Side light', 'Sun at the side', 'Shadows show.'),
    'figures/sun.svg': sun, 'figures/sun.yaml': 'sun: { ru: солнце, kk: күн, en: sun }\n',
  }))
  for (const [path, change] of Object.entries(changes))
    if (change === null) files.delete(path)
    else files.set(path, typeof change === 'string' ? change : change(files.get(path)!))
  return { name: 'small', files }
}
