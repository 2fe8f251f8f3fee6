import { constants } from 'node:fs'
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** One copy of the ledger: a file that only grows. */
export class Place {
  readonly file: string
  readonly folder: string
  /** Bytes that were read, or written and acknowledged. */
  seen = 0

  constructor(folder: string) {
    this.folder = folder
    this.file = join(folder, 'erasures.jsonl')
  }

  size = async () => (await stat(this.file).catch(ignoreAbsent))?.size ?? 0

  /** What came after the bytes seen so far: whole lines, and what a crash has left of one. */
  async readOn(): Promise<{ lines: string[]; torn: Buffer }> {
    const handle = await open(this.file, 'r').catch(ignoreAbsent)
    if (!handle) return { lines: [], torn: Buffer.alloc(0) }
    try {
      const bytes = Buffer.alloc(Math.max(0, (await handle.stat()).size - this.seen))
      await handle.read(bytes, 0, bytes.length, this.seen)
      const end = bytes.lastIndexOf(10) + 1
      return { lines: end ? bytes.toString('utf8', 0, end - 1).split('\n') : [], torn: bytes.subarray(end) }
    } finally { await handle.close() }
  }

  /** Acknowledged means on the disk, with the folder that names the file. */
  async append(lines: string[]) {
    const text = Buffer.from(lines.map(line => `${line}\n`).join(''))
    await this.#change(async handle => {
      for (let done = 0; done < text.length;) done += (await handle.write(text, done, text.length - done, this.seen + done)).bytesWritten
    })
    this.seen += text.length
  }

  /** Takes away what is left of a line that was never acknowledged. */
  async cut() {
    await this.#change(handle => handle.truncate(this.seen))
  }

  async #change(work: (handle: FileHandle) => Promise<unknown>) {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const handle = await open(this.file, constants.O_RDWR | constants.O_CREAT, 0o600)
    try {
      await work(handle)
      await handle.sync()
    } finally { await handle.close() }
    if (this.seen > 0) return
    const folder = await open(this.folder, 'r')
    await folder.sync().finally(() => folder.close())
  }
}

const ignoreAbsent = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined
  throw error
}
