/** The last result of each thing, while it is made from the same. Plain data, Maps and byte arrays come back as they were. */
export interface LastResults {
  /** The result of `name` if it was made from what `key` names, else what `make` gives now, which takes its place. */
  readonly result: <T>(name: string, key: () => Promise<string>, make: () => Promise<T>) => Promise<T>
}

/** Remembers nothing. */
export const noLastResults: LastResults = {result: (_name, _key, make) => make()}
