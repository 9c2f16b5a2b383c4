import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {Worker} from 'node:worker_threads'
import type {EngineData, EngineMessage} from './engine.ts'

export interface Thread {
  readonly send: (input: unknown) => void
  readonly end: () => Promise<void>
}

/** What a thread reports; nothing any more once it was ended. */
export interface ThreadListener {
  readonly hear: (message: EngineMessage) => void
  /** The thread is gone: out of memory, or by an error that nobody caught. */
  readonly fail: (error: unknown) => void
}

/** Of JavaScript; without a limit of its own a thread that runs wild ends the process. */
const megabytes = 2048

/** Starts a thread that loads an engine. */
export function startThread(data: EngineData, {fail, hear}: ThreadListener): Thread {
  const worker = new Worker(new URL(engineModule('engine-worker', import.meta.url)), {
    workerData: data,
    execArgv: [],
    resourceLimits: {maxOldGenerationSizeMb: megabytes},
  })
  worker.on('message', hear)
  worker.on('error', fail)
  return {
    send(input) {
      // A thread has no origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(input)
    },
    async end() {
      worker.removeAllListeners()
      // What it throws now is nobody's concern any more.
      worker.on('error', () => undefined)
      await worker.terminate()
    },
  }
}

/** URL of a module beside another one, which is TypeScript in a checkout and JavaScript in the package. */
export function engineModule(name: string, beside: string): string {
  return new URL(`${name}${path.extname(fileURLToPath(beside))}`, beside).href
}
