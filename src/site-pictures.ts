// The pictures that a school shows of itself, read once and kept under addresses made from their content.
import { readFileSync } from 'node:fs'
import { addAsset } from '#platform/islands/assets.ts'
import type { Picture } from '#platform/ui/ui.ts'
import type { SiteSettings } from './site-settings.ts'

const read = new WeakMap<SiteSettings, Picture[]>()

/** @throws when a file that site.yaml names is not there. */
export function picturesOf(settings: SiteSettings): Picture[] {
  const known = read.get(settings)
  if (known) return known
  const pictures = settings.pictures.map(({ file, widths, height, shows, exposure, credit }) => ({
    sizes: widths.map(width => ({ width, avif: asset(settings.folder, `${file}-${width}.avif`, 'image/avif'), jpeg: asset(settings.folder, `${file}-${width}.jpg`, 'image/jpeg') })),
    width: Math.max(...widths), height, shows, exposure, credit,
  }))
  read.set(settings, pictures)
  return pictures
}

const asset = (folder: string, name: string, type: string) => addAsset(name, type, readFileSync(`${folder}/pictures/${name}`))
