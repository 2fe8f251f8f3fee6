import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { DeleteObjectsCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { checkedName, NoSuchObject, type Store, type Stored } from './store.ts'

// Held in memory, a request that failed on the way is sent again; a stream could not be.
const mostHeld = 8 * 1024 * 1024

/** A bucket that speaks S3: `s3://key:secret@host:port/bucket?region=..&path-style&tls=no`. */
export function s3Store(address: string): Store {
  const { client, bucket, where } = readAddress(address)

  async function put(name: string, source: AsyncIterable<Uint8Array>, size: number, { onlyNew = false } = {}) {
    const Body = size <= mostHeld ? await buffer(source) : Readable.from(source, { objectMode: false })
    const command = new PutObjectCommand({ Bucket: bucket, Key: checkedName(name), Body, ContentLength: size, ...(onlyNew && { IfNoneMatch: '*' }) })
    return client.send(command).then(() => true, error => {
      if (onlyNew && error instanceof S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0)) return false
      throw error
    })
  }

  async function* read(name: string, from: number, to: number) {
    if (to <= from) return
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: checkedName(name), Range: `bytes=${from}-${to - 1}` })).catch(error => {
      if (error.name === 'NoSuchKey') throw new NoSuchObject(name)
      if (error.name === 'InvalidRange') return null // shorter than `from`
      throw error
    })
    if (answer?.Body) yield* answer.Body as Readable as AsyncIterable<Buffer>
  }

  async function* list(prefix: string): AsyncGenerator<Stored> {
    let token: string | undefined
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: `${checkedName(prefix.replace(/\/$/, ''))}/`, ...(token && { ContinuationToken: token }) }))
      for (const { Key: name, Size: size = 0, LastModified: at = new Date(0) } of page.Contents ?? []) if (name) yield { name, size, at }
      token = page.NextContinuationToken
    } while (token)
  }

  async function remove(names: string[]) {
    for (let from = 0; from < names.length; from += 1000) {
      const Objects = names.slice(from, from + 1000).map(name => ({ Key: checkedName(name) }))
      const { Errors: errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }))
      if (errors.length) throw new Error(`The bucket kept ${errors.length} objects it was told to remove: ${errors[0]!.Code}`)
    }
  }

  return { put, read, list, remove, where }
}

function readAddress(address: string) {
  const url = new URL(address)
  const bucket = url.pathname.slice(1)
  if (url.protocol !== 's3:' || !bucket || bucket.includes('/')) throw new Error('S3_URL must look like s3://key:secret@host:port/bucket?region=..&path-style')
  const client = new S3Client({
    endpoint: `${url.searchParams.get('tls') === 'no' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    forcePathStyle: url.searchParams.has('path-style'),
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    // The checksums that the client adds on its own are refused by most stores that are not Amazon's (aws-sdk-js-v3 #6810).
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, bucket, where: `bucket ${bucket} at ${url.host}` }
}
