// The ground of a computed landscape: noise with hills, ridges and dunes in it.
import type { Scene } from './landscape-scenes.ts'

const hash = (x: number, y: number) => {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) | 0
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295
}

/** Smooth value noise, 0 to 1. */
export function noise(x: number, y: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - ix, y - iy]
  const [u, v] = [fx * fx * fx * (fx * (fx * 6 - 15) + 10), fy * fy * fy * (fy * (fy * 6 - 15) + 10)]
  const [a, b, c, d] = [hash(ix, iy), hash(ix + 1, iy), hash(ix, iy + 1), hash(ix + 1, iy + 1)]
  return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v
}

export function fbm(x: number, y: number, octaves: number): number {
  let [sum, weight] = [0, 0.5]
  for (let octave = 0; octave < octaves; octave++) {
    sum += weight * noise(x, y)
    weight *= 0.5
    ;[x, y] = [1.6 * x + 1.2 * y + 3.1, -1.2 * x + 1.6 * y + 1.7]
  }
  return sum
}

/** Sharp above, worn below, as rock is: each finer octave counts less where the ground is already steep. */
function eroded(x: number, y: number, octaves: number): number {
  let [sum, weight, slopeX, slopeY] = [0, 1, 0, 0]
  for (let octave = 0; octave < octaves; octave++) {
    const [ix, iy] = [Math.floor(x), Math.floor(y)]
    const [fx, fy] = [x - ix, y - iy]
    const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)]
    const [a, b, c, d] = [hash(ix, iy), hash(ix + 1, iy), hash(ix, iy + 1), hash(ix + 1, iy + 1)]
    slopeX += 6 * fx * (1 - fx) * (b - a + (a - b - c + d) * v) * weight
    slopeY += 6 * fy * (1 - fy) * (c - a + (a - b - c + d) * u) * weight
    sum += weight * (a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v) / (1 + slopeX * slopeX + slopeY * slopeY)
    weight *= 0.5
    ;[x, y] = [1.6 * x + 1.2 * y, -1.2 * x + 1.6 * y]
  }
  return sum
}

/** Metres above nothing in particular at a place of a scene. */
export function ground(scene: Scene, x: number, z: number, octaves: number): number {
  const [u, v] = [(x + scene.seed * 1000) / scene.breadth, (z + scene.seed * 700) / scene.breadth]
  if (scene.kind === 'dunes') {
    const bend = fbm(u * 0.7, v * 0.7, 3) * 3.2
    const wave = (u * 0.9 + v * 1.5 + bend) % 1
    const crest = wave < 0.72 ? (wave / 0.72) ** 1.6 : ((1 - wave) / 0.28) ** 0.9
    return scene.height * (0.55 * crest * (0.5 + noise(u * 0.8, v * 0.8)) + 0.7 * fbm(u * 0.35, v * 0.35, 2)) + 0.12 * Math.sin((x * 0.8 + z * 1.6 + 6 * noise(x * 0.08, z * 0.08)) * 1.1)
  }
  const open = scene.valley ? 1 - 0.9 * Math.exp(-(((x - scene.valley.x) / scene.valley.wide) ** 2)) * Math.exp(-((Math.max(0, z) / scene.valley.long) ** 2)) : 1
  return scene.height * eroded(u, v, octaves) * open
}
