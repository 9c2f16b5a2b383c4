import {createClock} from './create-clock.ts'

/** What the work gives, or `undefined` when it takes longer: for what works in a page, which is closed then. */
export async function withinSeconds<Result>(work: Promise<Result>, seconds: number): Promise<Result | undefined> {
  const expiry = Promise.withResolvers<undefined>()
  const clock = createClock(() => {
    expiry.resolve(undefined)
  })
  clock.set(seconds)
  try {
    return await Promise.race([work, expiry.promise])
  } finally {
    clock.clear()
    // A page that is closed under it fails it when nobody listens any more.
    work.catch(() => undefined)
  }
}
