// Cuts the typefaces of the looks down to the letters of three languages: node bin/node.mjs scripts/fonts.ts
// The files are kept in the repository, so nothing is cut at start and the sources are needed by developers only.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { fileName, parts, typefaces, type Family, type Part } from '../src/platform/ui/typefaces.ts'

const into = new URL('../src/platform/ui/fonts/', import.meta.url)
mkdirSync(into, { recursive: true })

const features = ['kern', 'ccmp', 'locl', 'liga', 'mark', 'tnum', 'lnum']

for (const [family, { source, weights, ...rest }] of Object.entries(typefaces)) {
  let sum = 0
  for (const [part, { from, range }] of Object.entries(parts)) {
    if ('without' in rest && rest.without === part) continue
    const font = readFileSync(find(source.replace('*', from)))
    const axes = source.includes('wght') ? { variationAxes: { wght: weights[0] === weights[1] ? weights[0] : { min: weights[0], max: weights[1], default: weights[0] } } } : {}
    const letters = lettersOf(range)
    const plain = await subsetFont(font, letters, { targetFormat: 'sfnt', noHinting: true, keepFeatures: features, ...axes })
    const cut = await subsetFont(renamed(plain), letters, { targetFormat: 'woff2', noHinting: true, keepFeatures: features })
    writeFileSync(new URL(fileName(family as Family, part as Part), into), cut)
    sum += cut.length
    console.log(`${fileName(family as Family, part as Part)} ${(cut.length / 1024).toFixed(1)} KiB`)
  }
  const folder = source.split('/').slice(0, 2).join('/')
  const licence = readFileSync(find(`${folder}/LICENSE`), 'utf8')
  writeFileSync(new URL(`LICENSE-${family.toLowerCase().replace(' ', '-')}.txt`, into), 'changed' in rest ? licence.replace(/^.*/, rest.changed) : licence)
  console.log(`${family}: ${(sum / 1024).toFixed(1)} KiB`)
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
