export type Vec = readonly [number, number, number]
/** Everything that makes a picture: the land, where the camera stands, the light. Lengths in metres, colours linear. */
export type Scene = {
  kind: 'mountains' | 'dunes'; seed: number; breadth: number; height: number; highest: number; reach: number
  valley?: { x: number; wide: number; long: number }
  lake: boolean; water: number; ripple: number; depth: Vec
  stand: Vec; turn: number; tilt: number; wide: number; exposure: number
  sun: Vec; sunLight: Vec; horizon: Vec; zenith: Vec; glow: Vec; airy: number
  clouds: number; cloudLit: Vec; cloudDark: Vec
  haze: number; mistTop: number
  rock: Vec; grass: Vec; snowFrom?: number
}

const towards = (turn: number, high: number): Vec => [Math.sin(turn) * Math.cos(high), Math.sin(high), Math.cos(turn) * Math.cos(high)]

export const scenes: Record<string, Scene> = {
  'dawn-ridges': {
    kind: 'mountains', seed: 4, breadth: 420, height: 300, highest: 520, reach: 6000, lake: false, water: 40, ripple: 0, depth: [0, 0, 0],
    stand: [0, 330, -200], turn: 0.1, tilt: -0.05, wide: 0.92, exposure: 0.92,
    sun: towards(0.42, 0.075), sunLight: [1.6, 0.82, 0.42], horizon: [0.74, 0.46, 0.36], zenith: [0.09, 0.17, 0.42], glow: [1.1, 0.52, 0.18], airy: 3.2,
    clouds: 0.34, cloudLit: [1, 0.62, 0.45], cloudDark: [0.3, 0.26, 0.36], haze: 0.00085, mistTop: 95, rock: [0.13, 0.11, 0.1], grass: [0.1, 0.1, 0.06],
  },
  'still-lake': {
    kind: 'mountains', seed: 9, breadth: 520, height: 420, highest: 700, reach: 5200, valley: { x: 0, wide: 420, long: 900 }, lake: true, water: 96, ripple: 0.05, depth: [0.006, 0.014, 0.026],
    stand: [0, 104, -150], turn: 0, tilt: 0.02, wide: 0.95, exposure: 1.2,
    sun: towards(-1.9, 0.16), sunLight: [1.5, 0.78, 0.55], horizon: [0.62, 0.5, 0.56], zenith: [0.1, 0.19, 0.42], glow: [0.5, 0.3, 0.25], airy: 3.6,
    clouds: 0.28, cloudLit: [0.98, 0.68, 0.62], cloudDark: [0.34, 0.33, 0.46], haze: 0.00028, mistTop: 60, rock: [0.14, 0.135, 0.14], grass: [0.05, 0.065, 0.04], snowFrom: 250,
  },
  'side-lit-dunes': {
    kind: 'dunes', seed: 2, breadth: 130, height: 44, highest: 140, reach: 3000, lake: false, water: 0, ripple: 0, depth: [0, 0, 0],
    stand: [0, 66, -60], turn: 0.3, tilt: -0.1, wide: 0.85, exposure: 1.1,
    sun: towards(1.75, 0.2), sunLight: [1.7, 1, 0.58], horizon: [0.72, 0.62, 0.55], zenith: [0.14, 0.25, 0.46], glow: [0.6, 0.38, 0.2], airy: 3.4,
    clouds: 0.2, cloudLit: [1, 0.85, 0.75], cloudDark: [0.45, 0.45, 0.52], haze: 0.0005, mistTop: 60, rock: [0.36, 0.23, 0.13], grass: [0.42, 0.28, 0.16],
  },
  'mist-after-rain': {
    kind: 'mountains', seed: 17, breadth: 300, height: 210, highest: 420, reach: 4200, lake: false, water: 60, ripple: 0, depth: [0, 0, 0],
    stand: [0, 235, -100], turn: -0.4, tilt: -0.09, wide: 0.9, exposure: 1.1,
    sun: towards(-1.35, 0.3), sunLight: [1.15, 1.02, 0.82], horizon: [0.6, 0.64, 0.68], zenith: [0.25, 0.32, 0.4], glow: [0.42, 0.36, 0.26], airy: 3,
    clouds: 0.5, cloudLit: [0.95, 0.93, 0.9], cloudDark: [0.4, 0.44, 0.5], haze: 0.0016, mistTop: 55, rock: [0.1, 0.11, 0.1], grass: [0.07, 0.11, 0.05],
  },
}
