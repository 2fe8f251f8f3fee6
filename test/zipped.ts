import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive as any program might write it. `says` is the size it claims, `mode` its kind and rights on Unix. */
export type Zipped = { name: string | Buffer; bytes: Buffer | string; mode?: number; encrypted?: boolean; says?: number }

/** A zip archive with whatever one wishes in it, which no library would write. */
export function zipped(entries: Zipped[]): Buffer {
  const [bodies, heads]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, bytes, mode = 0o100644, encrypted, says } of entries) {
    const [called, plain] = [Buffer.from(name as string), Buffer.from(bytes as string)]
    const packed = deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(0x5821_0000, 6)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(says ?? plain.length, 18)
    common.writeUInt16LE(called.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, called, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE((mode << 16) >>> 0, 6)
    tail.writeUInt32LE(at, 10)
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 3]), common, tail, called]))
    bodies.push(body)
    at += body.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** The files of a folder in an archive, below a folder of that name. */
export const folderZipped = (root: string, files: Iterable<[string, string]>, more: Zipped[] = []): Buffer =>
  zipped([...[...files].map(([path, text]) => ({ name: `${root}/${path}`, bytes: text })), ...more])
