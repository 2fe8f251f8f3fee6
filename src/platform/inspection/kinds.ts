/** What may be handed in. A ticket names those it accepts. */
export const kinds = ['jpeg', 'png', 'webp', 'avif', 'pdf', 'text', 'zip'] as const
export type Kind = (typeof kinds)[number]

export const pictures = ['jpeg', 'png', 'webp', 'avif'] as const satisfies Kind[]
export const isPicture = (kind: Kind): kind is (typeof pictures)[number] => (pictures as readonly Kind[]).includes(kind)

export const mediaTypes: Record<Kind, string> = {
  jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif',
  pdf: 'application/pdf', text: 'text/plain; charset=utf-8', zip: 'application/zip',
}

/** Camera facts a learner may want kept beside a photo. Never a place, a serial number or a name. */
export type Camera = { camera?: string; lens?: string; aperture?: number; shutter?: number; iso?: number; focalLength?: number }
export type Keep = 'nothing' | 'exposure'

export type Part = { name: 'original' | 'view' | 'thumb'; mediaType: string; width?: number; height?: number; bytes: Uint8Array }
export type Why = 'empty' | 'wrong-type' | 'export-jpeg' | 'damaged' | 'too-many-pixels' | 'hidden-content' | 'too-much-metadata' | 'unsafe-archive' | 'took-too-long'
export type Task = { bytes: Uint8Array; accepts: Kind[]; keep: Keep }
export type Finding = { kind: Kind; parts: Part[]; camera?: Camera } | { refused: Why }
