import path from 'node:path'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import {createClock} from './create-clock.ts'
import type {EngineMessage, InputOf, OpenEngine, Outcome, OutputOf, SettingsOf} from './engine.ts'
import {startThread, type Thread} from './start-thread.ts'

export {engineModule} from './start-thread.ts'

export interface EngineOptions<Open extends OpenEngine> {
  /** Of the engine's module, from `engineModule`. */
  readonly module: string
  readonly settings: SettingsOf<Open>
  /** That one input may take. */
  readonly seconds: number
  /** Ends all work: what waits for it rejects with the signal's reason. */
  readonly signal: AbortSignal | undefined
}

export interface Engine<Open extends OpenEngine> {
  /** Inputs are taken in turn. */
  readonly run: (input: InputOf<Open>) => Promise<Outcome<OutputOf<Open>>>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * A foreign engine in a thread, where it can be stopped: by the signal, and when one input takes more than its time or memory.
 * That one is `stopped`, and a new thread takes those behind it. The thread is started for the first input and ends
 * with the disposal. An engine that does not load is an `EnvironmentError`.
 */
export function startEngine<Open extends OpenEngine>(options: EngineOptions<Open>): Engine<Open> {
  const {signal} = options
  const queue = createQueue(options)
  const abort = () => {
    queue.failAll(signal?.reason)
  }
  signal?.addEventListener('abort', abort)
  return {
    run(input) {
      const {promise, reject, resolve} = Promise.withResolvers<Outcome<never>>()
      if (signal?.aborted) reject(signal.reason)
      else queue.add({input, resolve, reject})
      return promise
    },
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener('abort', abort)
      await queue.end()
    },
  }
}

/** After so many that had to be stopped nothing is tried any more: a build must end. */
const mostStopped = 3
/** In seconds, for an engine to load on a machine that is busy with other things. */
const loading = 120

interface Task {
  readonly input: unknown
  readonly resolve: (outcome: Outcome<never>) => void
  readonly reject: (reason: unknown) => void
}

interface Queue {
  readonly add: (task: Task) => void
  readonly failAll: (reason: unknown) => void
  readonly end: () => Promise<void>
}

function createQueue({module, seconds, settings}: Omit<EngineOptions<OpenEngine>, 'signal'>): Queue {
  const tasks: Task[] = []
  let thread: Thread | undefined
  let isOpen = false
  let stopped = 0
  const clock = createClock(() => {
    if (isOpen) stopFirst()
    else failAll(new EnvironmentError(notLoaded(module)))
  })

  function start(): Thread {
    isOpen = false
    clock.set(loading)
    // While it loads an error is no input's fault; afterwards it is most likely out of memory.
    const fail = (error: unknown) => {
      if (isOpen) stopFirst()
      else failAll(error)
    }
    return startThread({module, settings}, {hear, fail})
  }

  function hear(message: EngineMessage): void {
    if (message.type === 'opened') isOpen = true
    else tasks.shift()?.resolve(message as Outcome<never>)
    if (tasks.length > 0) clock.set(seconds)
    else clock.clear()
  }

  function stopFirst(): void {
    stopped++
    void end()
    tasks.shift()?.resolve({type: 'stopped'})
    for (const task of tasks.splice(0)) add(task)
  }

  function add(task: Task): void {
    if (stopped >= mostStopped) {
      task.resolve({type: 'stopped'})
      return
    }
    tasks.push(task)
    thread ??= start()
    thread.send(task.input)
    if (isOpen && tasks.length === 1) clock.set(seconds)
  }

  function failAll(reason: unknown): void {
    void end()
    for (const {reject} of tasks.splice(0)) reject(reason)
  }

  async function end(): Promise<void> {
    clock.clear()
    const ended = thread
    thread = undefined
    await ended?.end()
  }
  return {add, failAll, end}
}

const notLoaded = (module: string) =>
  `${path.basename(module)} ${loading} 秒还没有载入：机器太忙，关掉别的程序再试 / has not been loaded in ${loading} s: the machine is too busy; close other programs and try again`
