// node scripts/draw-day.ts [folder]: a day of light in the mountains, from before sunrise until after sunset, as a short silent video
// and its poster. The land is computed once; for each moment only the light is. Needs ffmpeg, so the result is kept.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { fbm, ground } from './landscape-ground.ts'
import type { Scene, Vec } from './landscape-scenes.ts'

const [folder = 'sites/landscape-photo/courses/light-and-composition/videos', gallery = 'src/platform/ui/gallery'] = process.argv.slice(2)
const name = 'day-in-the-mountains'
const [width, height, rate, seconds] = [640, 360, 10, 24]
const frames = rate * seconds
/** Where shadows are looked for: between two of these the light fades over. */
const stations = 30

const scene: Scene = {
  kind: 'mountains', seed: 9, breadth: 520, height: 420, highest: 700, reach: 5200, valley: { x: 0, wide: 420, long: 900 }, lake: false, water: 60, ripple: 0, depth: [0, 0, 0],
  stand: [0, 165, -150], turn: 0, tilt: 0.06, wide: 0.8, exposure: 0.82, sun: [0, 1, 0], sunLight: [1, 1, 1], horizon: [0.5, 0.5, 0.5], zenith: [0.2, 0.3, 0.5], glow: [0, 0, 0], airy: 3.2,
  clouds: 0, cloudLit: [1, 1, 1], cloudDark: [0.4, 0.4, 0.4], haze: 0.00015, mistTop: 60, rock: [0.17, 0.155, 0.14], grass: [0.075, 0.085, 0.04], snowFrom: 260,
}

const clamp = (value: number, low = 0, high = 1) => Math.min(high, Math.max(low, value))
const smooth = (from: number, to: number, value: number) => { const t = clamp((value - from) / (to - from)); return t * t * (3 - 2 * t) }
const mix = (one: Vec, other: Vec, share: number): Vec => [one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share, one[2] + (other[2] - one[2]) * share]
const scale = (vec: Vec, by: number): Vec => [vec[0] * by, vec[1] * by, vec[2] * by]
const add = (one: Vec, other: Vec): Vec => [one[0] + other[0], one[1] + other[1], one[2] + other[2]]
const dot = (one: Vec, other: Vec) => one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
const unit = (vec: Vec): Vec => scale(vec, 1 / Math.hypot(...vec))

/** The sun at a share of the day: from the left, over the shoulder of the camera, to the right. Below zero it has not risen. */
function sunAt(day: number): { to: Vec; high: number } {
  const high = -0.16 + 0.98 * Math.sin(Math.PI * day) ** 1.2
  const turn = -1.75 - (Math.PI * 2 - 3.5) * day
  return { to: [Math.sin(turn) * Math.cos(high), Math.sin(high), Math.cos(turn) * Math.cos(high)], high }
}

/** How far a ray goes until it meets the ground. */
function march(from: Vec, ray: Vec, furthest: number, near: number, octaves: number): number {
  for (let along = near, step = 0; step < 190 && along < furthest; step++) {
    const y = from[1] + ray[1] * along
    if (y > scene.highest && ray[1] > 0) return Infinity
    const above = y - ground(scene, from[0] + ray[0] * along, from[2] + ray[2] * along, octaves)
    if (above < 0.001 * along) return along
    along += Math.max(0.4 * above, 0.006 * along)
  }
  return Infinity
}

type Point = { ray: Vec; along: number; y: number; normal: Vec; stuff: Vec; lit: Float32Array }

/** What the camera sees at a pixel, and from which stations of the sun it is lit. Without `along` it is sky. */
function look(column: number, row: number): Point {
  const ahead = unit([Math.sin(scene.turn), scene.tilt, Math.cos(scene.turn)])
  const right: Vec = unit([ahead[2], 0, -ahead[0]])
  const up: Vec = [ahead[1] * right[2] - ahead[2] * right[1], ahead[2] * right[0] - ahead[0] * right[2], ahead[0] * right[1] - ahead[1] * right[0]]
  const ray = unit(add(ahead, add(scale(right, (column - width / 2) / height * scene.wide), scale(up, (height / 2 - row) / height * scene.wide))))
  const along = march(scene.stand, ray, scene.reach, 2, 8)
  const [x, y, z] = [scene.stand[0] + ray[0] * along, scene.stand[1] + ray[1] * along, scene.stand[2] + ray[2] * along]
  if (along === Infinity) return { ray, along, y: 0, normal: [0, 1, 0], stuff: [0, 0, 0], lit: new Float32Array() }
  const about = Math.max(0.6, along * 0.002)
  const normal = unit([ground(scene, x - about, z, 8) - ground(scene, x + about, z, 8), 2 * about, ground(scene, x, z - about, 8) - ground(scene, x, z + about, 8)])
  const fine = fbm(x * 0.09, z * 0.09, 4)
  const bare = scale(mix(scene.rock, scene.grass, smooth(0.62, 0.86, normal[1] + 0.12 * fine)), 0.72 + 0.5 * fine)
  const snow = smooth(scene.snowFrom!, scene.snowFrom! + 80, y + 55 * fbm(x * 0.012, z * 0.012, 3)) * smooth(0.42, 0.68, normal[1])
  const start: Vec = [x, y + 0.8 + along * 0.003, z]
  const lit = Float32Array.from({ length: stations + 1 }, (_, station) => {
    const { to, high } = sunAt(station / stations)
    return high <= 0 || dot(normal, to) <= 0 || march(start, to, 1500, 8, 6) < Infinity ? 0 : 1
  })
  return { ray, along, y, normal, stuff: mix(bare, [0.86, 0.9, 0.98], snow), lit }
}

/** The colours of air and light for a height of the sun: blue before it rises, red at the horizon, white above. */
function airAt(high: number) {
  const [risen, day] = [smooth(-0.12, 0.04, high), smooth(0.03, 0.42, high)]
  return {
    sunLight: scale(mix([1.7, 0.62, 0.26], [1.42, 1.32, 1.18], day), smooth(-0.01, 0.06, high)),
    horizon: mix(mix([0.09, 0.11, 0.2], [0.86, 0.5, 0.34], risen), [0.62, 0.7, 0.8], day),
    zenith: mix(mix([0.02, 0.035, 0.1], [0.13, 0.19, 0.4], risen), [0.13, 0.27, 0.56], day),
    glow: scale([1, 0.46, 0.17], risen * (1 - day)),
  }
}

const film = (light: number) => { const x = Math.max(0, light * 0.95); return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14)) ** (1 / 2.2) }

function colourOf(point: Point, day: number, { to, high }: ReturnType<typeof sunAt>, air: ReturnType<typeof airAt>): Vec {
  const towards = clamp(dot(point.ray, to))
  if (point.along === Infinity) {
    const sky = add(mix(air.horizon, air.zenith, 1 - Math.exp(-Math.max(0, point.ray[1]) * scene.airy)), scale(air.glow, 0.5 * towards ** 5))
    return high > 0 ? add(sky, scale([1, 0.9, 0.75], 5 * smooth(0.9994, 0.9999, towards))) : sky
  }
  const at = day * stations
  const [before, share] = [Math.floor(at), at - Math.floor(at)]
  const lit = point.lit[before]! * (1 - share) + (point.lit[before + 1] ?? point.lit[before]!) * share
  const sunny = clamp(dot(point.normal, to)) * lit
  const light = add(add(scale(air.sunLight, sunny * 2.1), scale(air.zenith, 0.6 * (0.5 + 0.5 * point.normal[1]))), scale(air.horizon, 0.2 * (1 - point.normal[1] * 0.5)))
  const low = Math.exp(-Math.max(0, point.y - scene.water) / scene.mistTop)
  const far = clamp(1 - Math.exp(-point.along * scene.haze * (0.5 + 0.9 * low)), 0, 0.97)
  return mix([point.stuff[0] * light[0], point.stuff[1] * light[1], point.stuff[2] * light[2]], add(mix(air.horizon, air.zenith, 0.3), scale(air.glow, 0.3 * towards ** 4)), far)
}

const points = Array.from({ length: width * height }, (_, index) => look(index % width, Math.floor(index / width)))

function frameAt(day: number): Buffer {
  const [sun, pixels] = [sunAt(day), Buffer.alloc(width * height * 3)]
  const air = airAt(sun.high)
  for (const [index, point] of points.entries()) {
    const colour = colourOf(point, day, sun, air)
    for (const channel of [0, 1, 2] as const) pixels[index * 3 + channel] = Math.round(255 * film(colour[channel] * scene.exposure))
  }
  return pixels
}

/** VP9 in WebM: plays in every browser of today. The index stands in front, so that one can go to any place at once. */
async function encode(to: string, size: string, quality: string): Promise<void> {
  const ffmpeg = spawn('ffmpeg', ['-y', '-loglevel', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`, '-r', String(rate), '-i', '-', '-vf', `scale=${size}`, '-c:v', 'libvpx-vp9', '-b:v', '0', '-crf', quality,
    '-g', '20', '-pix_fmt', 'yuv420p', '-row-mt', '0', '-threads', '1', '-cues_to_front', '1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-an', to], { stdio: ['pipe', 'inherit', 'inherit'] })
  for (let frame = 0; frame < frames; frame++) if (!ffmpeg.stdin.write(frameAt(frame / (frames - 1)))) await once(ffmpeg.stdin, 'drain')
  ffmpeg.stdin.end()
  const [code] = await once(ffmpeg, 'exit')
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}

mkdirSync(folder, { recursive: true })
const poster = sharp(frameAt(0.2), { raw: { width, height, channels: 3 } })
await poster.jpeg({ quality: 76, mozjpeg: true }).toFile(join(folder, `${name}.jpg`))
await encode(join(folder, `${name}.webm`), `${width}:${height}`, '41')
if (gallery !== '-') {
  await poster.clone().resize(320).jpeg({ quality: 70, mozjpeg: true }).toFile(join(gallery, 'sample.jpg'))
  await encode(join(gallery, 'sample.webm'), '320:180', '50')
}
