import { receiveForm } from '#platform/files/files.ts'
import type { Context } from '#trust/audit/audit.ts'
import { startUpload } from './start-upload.ts'

/** Sends the file of a work as the form without script does, without a browser: it is looked at and encrypted like any other. Answers with its id. */
export async function sendFile(ctx: Context, run: string, name: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(bytes)]), name)
  const request = new Request('http://senim.invalid/', { method: 'POST', body: form })
  const sent = { req: { raw: request, header: (header: string) => request.headers.get(header) ?? undefined } }
  const { files: [file] } = await receiveForm(sent, ctx, await startUpload(ctx, { run, keep: false }))
  return file!.id
}
