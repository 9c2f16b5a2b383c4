export interface Clock {
  /** Begins anew, in seconds. */
  readonly set: (seconds: number) => void
  readonly clear: () => void
}

/** Calls back when it was not set again in time. Where this thread was busy meanwhile, messages that came are heard first. */
export function createClock(expire: () => void): Clock {
  let timer: NodeJS.Timeout | undefined
  let turn: NodeJS.Immediate | undefined
  const clear = () => {
    clearTimeout(timer)
    clearImmediate(turn)
  }
  const set = (seconds: number) => {
    clear()
    timer = setTimeout(() => {
      turn = setImmediate(expire)
    }, seconds * 1000)
  }
  return {set, clear}
}
