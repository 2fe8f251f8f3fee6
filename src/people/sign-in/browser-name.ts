/** "Firefox · Windows": the family of browser and system, and nothing finer that could single out a person. */
export function browserName(agent: string | undefined): string {
  const find = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent ?? ''))?.[1]
  return [find(browsers), find(systems)].filter(Boolean).join(' · ') || '?'
}

// The order matters: most of them also name the ones below.
const browsers: [RegExp, string][] = [
  [/YaBrowser/, 'Yandex Browser'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Edg(e|A|iOS)?\//, 'Edge'],
  [/FxiOS|Firefox/, 'Firefox'], [/CriOS|Chrome|Chromium/, 'Chrome'], [/Safari/, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Android/, 'Android'], [/iPhone|iPad|iPod/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux/, 'Linux'],
]
