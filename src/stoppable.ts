import {setImmediate} from 'node:timers/promises'

interface Run {
  readonly progress: {
    readonly step: (stage: string, done?: number, total?: number) => void
    readonly part?: (part: never) => void
  }
  readonly signal: AbortSignal
}

/** A run that ends with the reason of its signal the next time it says where it is. */
export function stoppable<Options extends Run>(options: Options): Options {
  const {progress, signal} = options
  const orStop =
    <Arguments extends readonly unknown[]>(tell: (...args: Arguments) => void) =>
    (...args: Arguments) => {
      signal.throwIfAborted()
      tell(...args)
    }
  const {part, step} = progress
  return {...options, progress: {...progress, step: orStop(step), ...(part ? {part: orStop(part)} : {})}}
}

/** Work on one thing after the other, between which signals of the system are heard. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  signal: AbortSignal | undefined,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) {
    // The point of it.
    // oxlint-disable-next-line no-await-in-loop
    await setImmediate()
    signal?.throwIfAborted()
    results.push(work(item))
  }
  return results
}
