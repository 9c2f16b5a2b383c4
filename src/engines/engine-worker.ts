import {parentPort, workerData} from 'node:worker_threads'
import type {EngineData, EngineMessage, OpenEngine} from './engine.ts'

/** The thread of an engine: loads it, and answers each input in turn. What is never answered is stopped from outside. */
const {module, settings} = workerData as EngineData
const {open} = (await import(module)) as {readonly open: OpenEngine<unknown, unknown>}
const work = await open(settings)
say({type: 'opened'})
let turn = Promise.resolve()
parentPort?.on('message', (input: unknown) => {
  // One after the other: engines have one memory.
  turn = turn.then(() => answer(input))
})

async function answer(input: unknown): Promise<void> {
  try {
    say({type: 'done', value: await work(input)})
  } catch (error) {
    say({type: 'failed', reason: error instanceof Error ? error.message : String(error)})
  }
}

function say(message: EngineMessage): void {
  // A thread has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message)
}
