// Runs in a thread of its own: what strangers send is decoded here, away from requests, and the thread can be ended.
import { parentPort } from 'node:worker_threads'
import type { Task } from './kinds.ts'
import { lookAt } from './look-at.ts'

parentPort!.on('message', async (task: Task) => {
  const finding = await lookAt(task)
  const copies = 'parts' in finding ? { ...finding, parts: finding.parts.map(part => ({ ...part, bytes: new Uint8Array(part.bytes) })) } : finding
  parentPort!.postMessage(copies, 'parts' in copies ? copies.parts.map(({ bytes }) => bytes.buffer) : [])
})
