// Cuts the typefaces of the looks down to the letters of three languages: node bin/node.mjs scripts/fonts.ts
// The files are kept in the repository, so nothing is cut at start and the sources are needed by developers only.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { aloneOf, fileName, parts, partsOf, typefaces, type Family } from '../src/platform/ui/typefaces.ts'

const into = new URL('../src/platform/ui/fonts/', import.meta.url)
mkdirSync(into, { recursive: true })

const features = ['kern', 'ccmp', 'locl', 'liga', 'mark', 'tnum', 'lnum']

for (const [name, { source, weights, ...rest }] of Object.entries(typefaces)) {
  const family = name as Family
  let sum = 0
  for (const part of partsOf(family)) {
    const { from, range } = parts[part]
    const font = readFileSync(find(source.replace('*', from)))
    sum += await cut(fileName(family, part), font, range, source.includes('wght') ? weights : undefined)
    const alone = aloneOf(family)
    if (alone) await cut(fileName(family, part, alone), font, range, [alone, alone])
  }
  const folder = source.split('/').slice(0, 2).join('/')
  const licence = readFileSync(find(`${folder}/LICENSE`), 'utf8')
  writeFileSync(new URL(`LICENSE-${family.toLowerCase().replace(' ', '-')}.txt`, into), 'changed' in rest ? licence.replace(/^.*/, rest.changed) : licence)
  console.log(`${family}: ${(sum / 1024).toFixed(1)} KiB`)
}

/** Writes one file, and says how long it is. A face without weights has only its own. */
async function cut(file: string, font: Buffer, range: string, weights: readonly [number, number] | undefined): Promise<number> {
  const [least, most] = weights ?? []
  const letters = lettersOf(range)
  const axes = weights ? { variationAxes: { wght: least === most ? least! : { min: least!, max: most!, default: least! } } } : {}
  const plain = await subsetFont(font, letters, { targetFormat: 'sfnt', noHinting: true, keepFeatures: features, ...axes })
  const short = await subsetFont(renamed(plain), letters, { targetFormat: 'woff2', noHinting: true, keepFeatures: features })
  writeFileSync(new URL(file, into), short)
  console.log(`${file} ${(short.length / 1024).toFixed(1)} KiB`)
  return short.length
}

/** The name inside the file too: Zhazba is as long as Source, so no offset moves. */
function renamed(font: Buffer): Buffer {
  const [from, to] = ['Source', 'Zhazba'].map(name => Buffer.from(name, 'utf16le').swap16())
  const copyright = font.indexOf(Buffer.from('Reserved', 'utf16le').swap16())
  for (let at = font.indexOf(from!); at >= 0; at = font.indexOf(from!, at + 2)) if (copyright < 0 || at < copyright || at > copyright + 80) to!.copy(font, at)
  return font
}

function find(file: string) {
  const [scope, name, ...rest] = file.split('/')
  return `${dirname(fileURLToPath(import.meta.resolve(`${scope}/${name}/package.json`)))}/${rest.join('/')}`
}

/** 'U+20-7E' as text. */
function lettersOf(range: string) {
  return range.split(',').flatMap(piece => {
    const [first = 0, last = first] = piece.replace('U+', '').split('-').map(code => Number.parseInt(code, 16))
    return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step))
  }).join('')
}
