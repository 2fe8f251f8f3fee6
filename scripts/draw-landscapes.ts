// node scripts/draw-landscapes.ts [folder] [name…]: renders the photographs of a school that nobody took. Mountains, water and light
// are computed, ray by ray, from a seed: the same script always gives the same picture. Minutes of work, so the pictures are kept.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { scenes, type Scene, type Vec } from './landscape-scenes.ts'
import { fbm, ground, noise } from './landscape-ground.ts'

const [folder = 'sites/landscape-photo/pictures', ...wanted] = process.argv.slice(2)
const [width, height] = [2000, 1126]
mkdirSync(folder, { recursive: true })

const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value))
const smooth = (from: number, to: number, value: number) => { const t = clamp((value - from) / (to - from)); return t * t * (3 - 2 * t) }
const mix = (one: Vec, other: Vec, share: number): Vec => [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share, one[2] + (other[2] - one[2]) * share]
const scale = (vec: Vec, by: number): Vec => [vec[0] * by, vec[1] * by, vec[2] * by]
const add = (one: Vec, other: Vec): Vec => [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
const times = (one: Vec, other: Vec): Vec => [one[0] * other[0], one[1] * other[1], one[2] * other[2]]
const dot = (one: Vec, other: Vec) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
const unit = (vec: Vec): Vec => scale(vec, 1 / Math.hypot(...vec))

function sky(scene: Scene, ray: Vec): Vec {
  const up = clamp(ray[1], -0.02, 1)
  const towards = clamp(dot(ray, scene.sun))
  let colour = mix(scene.horizon, scene.zenith, 1 - Math.exp(-up * scene.airy))
  colour = add(colour, scale(scene.glow, 0.55 * towards ** 6 + 0.8 * towards ** 90))
  if (scene.sun[1] > 0) colour = add(colour, scale([1, 0.9, 0.75], 6 * smooth(0.99965, 0.9999, towards)))
  if (ray[1] > 0.012 && scene.clouds > 0) {
    const far = 900 / (ray[1] + 0.06)
    const [u, v] = [ray[0] * far / 560 + scene.seed, ray[2] * far / 560]
    const thick = fbm(u, v * 1.4, 5) + 0.35 * fbm(u * 3.1 + 7, v * 4.2, 3)
    const cover = smooth(1 - scene.clouds, 1.35 - scene.clouds, thick) * smooth(0.012, 0.1, ray[1])
    const lit = smooth(0.1, 0.9, fbm(u + scene.sun[0] * 0.35, v + scene.sun[2] * 0.35, 4) - thick + 0.75)
    colour = mix(colour, mix(scene.cloudDark, add(scene.cloudLit, scale(scene.glow, 0.5 * towards ** 3)), lit), cover * 0.85)
  }
  return colour
}

/** How far a ray goes until it meets the ground; infinity for the sky. */
function march(scene: Scene, from: Vec, ray: Vec, furthest: number, near = 2): number {
  let [along, before] = [near, near]
  for (let step = 0; step < 210 && along < furthest; step++) {
    const [x, y, z] = [from[0] + ray[0] * along, from[1] + ray[1] * along, from[2] + ray[2] * along]
    if (y > scene.highest && ray[1] > 0) return Infinity
    const above = y - ground(scene, x, z, finenessAt(along))
    if (above < 0.0008 * along) return above < 0 ? settled(scene, from, ray, before, along) : along
    before = along
    along += Math.max(0.35 * above, 0.004 * along)
  }
  return along < furthest ? along : Infinity
}

const finenessAt = (along: number) => along < 260 ? 9 : along < 900 ? 8 : 7

/** Between a point above the ground and one below it, where the ray meets it. */
function settled(scene: Scene, from: Vec, ray: Vec, above: number, below: number): number {
  for (let step = 0; step < 6; step++) {
    const middle = (above + below) / 2
    if (from[1] + ray[1] * middle > ground(scene, from[0] + ray[0] * middle, from[2] + ray[2] * middle, finenessAt(middle))) above = middle
    else below = middle
  }
  return below
}

function shade(scene: Scene, from: Vec, ray: Vec, along: number): Vec {
  const [x, z] = [from[0] + ray[0] * along, from[2] + ray[2] * along]
  const y = from[1] + ray[1] * along
  const about = Math.max(0.3, along * 0.0011)
  const octaves = finenessAt(along) + 1
  const [hx, hz] = [ground(scene, x + about, z, octaves) - ground(scene, x - about, z, octaves), ground(scene, x, z + about, octaves) - ground(scene, x, z - about, octaves)]
  const normal = unit([-hx, 2 * about, -hz])
  const fine = fbm(x * 0.09, z * 0.09, 4)
  let stuff = mix(scene.rock, scene.grass, smooth(0.62, 0.86, normal[1] + 0.12 * fine))
  stuff = scale(stuff, 0.72 + 0.5 * fine)
  const snow = scene.snowFrom === undefined ? 0 : smooth(scene.snowFrom, scene.snowFrom + 70, y + 55 * fbm(x * 0.012, z * 0.012, 3)) * smooth(0.42, 0.68, normal[1])
  stuff = mix(stuff, [0.86, 0.9, 0.98], snow)
  const start: Vec = [x, y + 0.5 + along * 0.002, z]
  const shaded = march(scene, start, scene.sun, 1600, 6) < Infinity ? 0 : 1
  const sunny = clamp(dot(normal, scene.sun)) * shaded
  const light = add(add(scale(scene.sunLight, sunny * 2.1), scale(scene.zenith, 0.55 * (0.5 + 0.5 * normal[1]))), scale(scene.horizon, 0.16 * (1 - normal[1] * 0.5)))
  return haze(scene, ray, along, y, times(stuff, light))
}

/** Air: what is far takes the colour of the sky it stands before, more so in the low places. */
function haze(scene: Scene, ray: Vec, along: number, y: number, colour: Vec): Vec {
  const low = Math.exp(-Math.max(0, y - scene.water) / scene.mistTop)
  const share = 1 - Math.exp(-along * scene.haze * (0.45 + 1.6 * low))
  const towards = clamp(dot(ray, scene.sun))
  const air = add(mix(scene.horizon, scene.zenith, 0.28), scale(scene.glow, 0.42 * towards ** 4))
  return mix(colour, air, clamp(share, 0, 0.985))
}

function trace(scene: Scene, from: Vec, ray: Vec): Vec {
  const land = march(scene, from, ray, scene.reach)
  const water = scene.lake && ray[1] < 0 ? (scene.water - from[1]) / ray[1] : Infinity
  if (water < land) return lake(scene, from, ray, water)
  return land < Infinity ? shade(scene, from, ray, land) : sky(scene, ray)
}

/** Still water: the mirror is a little darker, and long ripples draw it out. */
function lake(scene: Scene, from: Vec, ray: Vec, along: number): Vec {
  const [x, z] = [from[0] + ray[0] * along, from[2] + ray[2] * along]
  const calm = scene.ripple * Math.min(1, 60 / along + 0.15)
  const tilt: Vec = [calm * (noise(x * 0.35, z * 0.9) - 0.5), 1, calm * (fbm(x * 0.12 + 5, z * 0.8, 3) - 0.5) * 1.6]
  const normal = unit(tilt)
  const fall = 2 * dot(ray, normal)
  const back = unit([ray[0] - fall * normal[0], Math.abs(ray[1] - fall * normal[1]), ray[2] - fall * normal[2]])
  const start: Vec = [x, scene.water + 0.2, z]
  const land = march(scene, start, back, scene.reach, 3)
  const mirrored = land < Infinity ? shade(scene, start, back, land) : sky(scene, back)
  const facing = clamp(-ray[1])
  const mirror = 0.36 + 0.6 * (1 - facing) ** 4
  return haze(scene, ray, along, scene.water, mix(scene.depth, mirrored, mirror))
}

/** Film: highlights roll off, shadows keep their colour. */
const film = (light: number) => { const x = Math.max(0, light * 0.92); return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)) ** (1 / 2.2) }

function render(scene: Scene): Buffer {
  const pixels = Buffer.alloc(width * height * 3)
  const ahead = unit([Math.sin(scene.turn), scene.tilt, Math.cos(scene.turn)])
  const right: Vec = unit([ahead[2], 0, -ahead[0]])
  const up: Vec = [ahead[1] * right[2] - ahead[2] * right[1], ahead[2] * right[0] - ahead[0] * right[2], ahead[0] * right[1] - ahead[1] * right[0]]
  for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) {
    const [across, down] = [(column - width / 2) / height, (height / 2 - row) / height]
    const ray = unit(add(ahead, add(scale(right, across * scene.wide), scale(up, down * scene.wide))))
    const colour = trace(scene, scene.stand, ray)
    const edge = 1 - 0.3 * (across ** 2 + down ** 2)
    const grain = (noise(column * 0.9 + 11, row * 0.9 + row % 7) - 0.5) * 0.018
    for (const channel of [0, 1, 2] as const) pixels[(row * width + column) * 3 + channel] = Math.round(255 * clamp(film(colour[channel] * edge * scene.exposure) + grain))
  }
  return pixels
}

for (const [name, scene] of Object.entries(scenes)) {
  if (wanted.length && !wanted.includes(name)) continue
  const picture = sharp(render(scene), { raw: { width, height, channels: 3 } })
  for (const size of [2000, 1000]) {
    const sized = () => picture.clone().blur(0.5).resize(size)
    await sized().avif({ quality: 56, effort: 6 }).toFile(join(folder, `${name}-${size}.avif`))
    await sized().jpeg({ quality: 74, mozjpeg: true }).toFile(join(folder, `${name}-${size}.jpg`))
  }
  console.log(name)
}
