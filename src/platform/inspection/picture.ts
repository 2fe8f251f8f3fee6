import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp'
import { readCamera } from './camera.ts'
import { hiddenIn, metadataIn } from './hidden.ts'
import type { Finding, Keep, Kind, Part } from './kinds.ts'

const mostPixels = 120_000_000 // the largest camera backs have 102 million
const mostMetadata = 4 * 1024 * 1024
const viewSide = 2048
const thumbSide = 480

// A thread does one thing at a time, and remembers no picture between two people.
sharp.concurrency(1)
sharp.cache(false)

/** Decodes the picture whole and writes it anew: only pixels and their colours survive, no metadata, nothing appended. */
export async function workPicture(bytes: Buffer, kind: Kind, keep: Keep): Promise<Finding> {
  if (hiddenIn(bytes)) return { refused: 'hidden-content' }
  if (metadataIn(bytes, kind) > mostMetadata) return { refused: 'too-much-metadata' }
  const options: SharpOptions = { failOn: 'error', limitInputPixels: mostPixels, pages: 1 }
  try {
    const found = await sharp(bytes, options).metadata()
    if (found.width * found.height > mostPixels) return { refused: 'too-many-pixels' }
    const parts = await partsOf(() => coloured(sharp(bytes, options), found), kind)
    const camera = keep === 'exposure' ? await readCamera(bytes) : undefined
    return { kind, parts, ...(camera && { camera }) }
  } catch (error) {
    return { refused: /pixel limit|too large/i.test(String(error)) ? 'too-many-pixels' : 'damaged' }
  }
}

async function partsOf(picture: () => Sharp, kind: Kind): Promise<Part[]> {
  const whole = kind === 'png' ? picture().png({ compressionLevel: 7 }) : picture().jpeg({ quality: 93, chromaSubsampling: '4:4:4' })
  const within = (side: number) => picture().resize(side, side, { fit: 'inside', withoutEnlargement: true }).flatten({ background: '#ffffff' })
  const original = await written('original', kind === 'png' ? 'image/png' : 'image/jpeg', whole)
  const view = await written('view', 'image/jpeg', within(viewSide).jpeg({ quality: 86, mozjpeg: false, progressive: true }))
  const thumb = await written('thumb', 'image/jpeg', within(thumbSide).jpeg({ quality: 78, progressive: true }))
  return [original, view, thumb]
}

async function written(name: Part['name'], mediaType: string, picture: Sharp): Promise<Part> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { name, mediaType, width: info.width, height: info.height, bytes: data }
}

/**
 * Colours as the photographer saw them. The profile itself is not copied: its description can hold the name of a
 * person or a machine. A wide one becomes Display P3, which is as much as a screen shows, anything else sRGB.
 */
function coloured(picture: Sharp, { icc }: Metadata): Sharp {
  const upright = picture.autoOrient()
  return icc && !isStandard(icc) ? upright.withIccProfile('p3', { attach: true }) : upright.withIccProfile('srgb', { attach: true })
}

// In a version 2 profile the description is plain, in version 4 it is UTF-16.
const isStandard = (icc: Buffer) => icc.includes('sRGB') || icc.includes(Buffer.from('sRGB', 'utf16le').swap16())
