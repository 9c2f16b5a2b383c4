/** Why an image of the web is not here although nothing is wrong with it: no build asks the network unless it is told to. */
export type Unfetched =
  /** Never downloaded. */
  | 'unrecorded'
  /** Downloaded, but not on this machine or not any more. */
  | 'uncached'
  /** What was downloaded cannot be known: `images.lock.json` is damaged. */
  | 'record damaged'

/** Why the download of an image failed. */
export type FetchFailure =
  | {readonly why: 'credentials' | 'content' | 'large' | 'record full' | 'redirects' | 'time'}
  /** The server answered with another status than 200. */
  | {readonly why: 'status'; readonly status: number}
  /** A redirect to an address that is none of http or https. */
  | {readonly why: 'scheme'; readonly scheme: string}
  /** The host is this machine, or in a private network. */
  | {readonly why: 'private'; readonly host: string}
  /** `code`: of the system or of TLS, for instance `ENOTFOUND`. */
  | {readonly why: 'network'; readonly code: string}
  /** `recorded`, `received`: SHA-256 in hexadecimal digits; `address`: as `images.lock.json` has it. */
  | {readonly why: 'changed'; readonly recorded: string; readonly received: string; readonly address: string}
