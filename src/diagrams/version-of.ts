import {readFile} from 'node:fs/promises'
import {findPackageJSON} from 'node:module'

/** The version of an installed package, part of what a cached drawing was made from. */
export async function versionOf(name: string): Promise<string> {
  const {version} = JSON.parse(await readFile(findPackageJSON(name, import.meta.url) ?? '', 'utf8')) as {
    version: string
  }
  return version
}
