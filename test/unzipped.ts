import { inflateRawSync } from 'node:zlib'

/** The files of a zip archive as text, by name. */
export function unzipped(zip: Buffer): Record<string, string> {
  const found: Record<string, string> = {}
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'))
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [size, nameLength, extra, comment, start] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)]
    const body = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const bytes = zip.subarray(body, body + size)
    found[zip.toString('utf8', at + 46, at + 46 + nameLength)] = (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString()
    at += 46 + nameLength + extra + comment
  }
  return found
}
