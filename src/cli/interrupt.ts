import {UsageError} from '../diagnostics/environment-error.ts'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Aborts when the person at the terminal, or the system, asks for the end. The second time nobody is asked: the signal ends the process
 * as signals do; its browser ends with it, and its folders go at the next start.
 */
export function listenForInterrupt(): AbortSignal {
  const interrupt = new AbortController()
  const stop = () => {
    for (const signal of signals) process.off(signal, stop)
    interrupt.abort(new UsageError('已中断 / Interrupted'))
  }
  for (const signal of signals) process.on(signal, stop)
  return interrupt.signal
}

/** A run that is interrupted ends as such, whatever it was that failed first. */
export async function interruptible<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  try {
    const result = await work
    signal.throwIfAborted()
    return result
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  }
}
