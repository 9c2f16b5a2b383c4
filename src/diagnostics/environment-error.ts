/** The machine is in the way, not the author: no browser, no folder. Exit code 2. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

/** The command or the course's settings make no sense. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
