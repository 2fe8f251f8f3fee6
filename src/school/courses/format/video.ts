// The bytes of a video: what can be said of them without playing them.
const jpegSizes = [0xc0, 0xc1, 0xc2, 0xc3]

/** Width and height of a JPEG in pixels; undefined when it is none. */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2))
    if (jpegSizes.includes(bytes[at + 1]!)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      return width && height ? { width, height } : undefined
    }
  return undefined
}

/** Do the bytes begin as a file of this kind does? */
export function beginsAs(type: 'webm' | 'mp4', bytes: Uint8Array): boolean {
  const first = Buffer.from(bytes.subarray(0, 8))
  return type === 'webm' ? first.readUInt32BE(0) === 0x1a45dfa3 : first.subarray(4, 8).toString('latin1') === 'ftyp'
}
