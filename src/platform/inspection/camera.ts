import exifr from 'exifr'
import type { Camera } from './kinds.ts'

const wanted = ['Make', 'Model', 'LensModel', 'FNumber', 'ExposureTime', 'ISO', 'FocalLength'] as const

/** An allow-list: what is not named here is never read, so a new tag of a new camera cannot slip through. */
export async function readCamera(bytes: Buffer): Promise<Camera | undefined> {
  const read = await exifr.parse(bytes, { pick: [...wanted], tiff: true, exif: true, gps: false, xmp: false, iptc: false, icc: false, makerNote: false, userComment: false, mergeOutput: true })
    .catch(() => undefined) // unreadable camera data is no reason to refuse a picture: it is dropped either way
  if (!read) return undefined
  const [make, model] = [text(read.Make), text(read.Model)]
  const found = {
    camera: make && model && !model.startsWith(make) ? `${make} ${model}` : model ?? make,
    lens: text(read.LensModel), aperture: figure(read.FNumber), shutter: figure(read.ExposureTime), iso: figure(read.ISO), focalLength: figure(read.FocalLength),
  }
  const told = Object.entries(found).filter(([, value]) => value !== undefined)
  return told.length ? Object.fromEntries(told) as Camera : undefined
}

const text = (value: unknown) => (typeof value === 'string' && /^[\p{L}\p{N} .,/()+-]{1,64}$/u.test(value.trim()) ? value.trim() : undefined)
const figure = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) && value > 0 && value < 1e7 ? value : undefined)
