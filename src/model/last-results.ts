/** The last result of each thing, while it is made from the same. Plain data, Maps and byte arrays come back as they were. */
export interface LastResults {
  /** The result of `name` if it was made from what `key` names, else what `make` gives now, which takes its place where it lasts. */
  readonly result: <T>(name: string, key: () => Promise<string>, make: () => Promise<Made<T>>) => Promise<T>
}

export interface Made<T> {
  readonly value: T
  /** Whether it would be the same again. */
  readonly isLasting: boolean
}

/** Remembers nothing. */
export const noLastResults: LastResults = {result: async (_name, _key, make) => (await make()).value}
