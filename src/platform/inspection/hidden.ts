// What a picture carries besides pixels. A file can be a picture to one program and a page, script or archive to another.
import type { Kind } from './kinds.ts'

const markup = /<script[\s>]|<!doctype\s+html|<html[\s>]|<body[\s>]|<iframe[\s>]|<svg[\s>]|<\?php|<%@ page/i
/** True when there is a second meaning in it. An appended film or preview, as telephones write, is not one: it is dropped. */
export function hiddenIn(bytes: Buffer): boolean {
  if (markup.test(bytes.toString('latin1'))) return true
  // A PDF reader looks for its beginning in the first kilobyte, an unpacker for its table of contents in the last 64.
  return bytes.subarray(0, 1024).includes('%PDF-') || bytes.subarray(-65_557).includes('PK\x05\x06') || bytes.includes('Rar!\x1a\x07')
}

/** How many bytes of a picture are neither its size nor its pixels. */
export function metadataIn(bytes: Buffer, kind: Kind): number {
  if (kind === 'jpeg') return sum(jpegSegments(bytes), ({ marker }) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)
  if (kind === 'png') return sum(pngChunks(bytes), ({ marker }) => !['IHDR', 'PLTE', 'IDAT', 'IEND', 'fdAT'].includes(marker))
  if (kind === 'webp') return sum(webpChunks(bytes), ({ marker }) => ['EXIF', 'XMP ', 'ICCP'].includes(marker))
  return 0
}

type Piece<Marker> = { marker: Marker; at: number; length: number }
const sum = <Marker>(pieces: Iterable<Piece<Marker>>, counts: (piece: Piece<Marker>) => boolean) =>
  [...pieces].filter(counts).reduce((total, { length }) => total + length, 0)

/** The segments before the pixels; the last is the start of the scan. */
function* jpegSegments(bytes: Buffer): Generator<Piece<number>> {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!
    if (marker === 0xff) { at++; continue } // filling
    const length = bytes.readUInt16BE(at + 2) + 2
    yield { marker, at, length }
    if (marker === 0xda) return
    at += length
  }
}

function* pngChunks(bytes: Buffer): Generator<Piece<string>> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at) + 12
    const marker = bytes.toString('latin1', at + 4, at + 8)
    yield { marker, at, length }
    if (marker === 'IEND') return
    at += length
  }
}

function* webpChunks(bytes: Buffer): Generator<Piece<string>> {
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    yield { marker: bytes.toString('latin1', at, at + 4), at, length: size }
    at += 8 + size + (size % 2)
  }
}
