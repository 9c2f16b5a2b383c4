import {VFile} from 'vfile'

/** Files that chapters include, from their texts by path. */
export function includedFrom(texts: Readonly<Record<string, string>>): Map<string, VFile> {
  return new Map(Object.entries(texts).map(([path, value]) => [path, new VFile({path, value})]))
}
