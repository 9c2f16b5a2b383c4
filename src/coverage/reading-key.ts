import {createHash, hash} from 'node:crypto'
import {readdir, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {serialize} from 'node:v8'
import type {Course} from '../model/course.ts'

const require = createRequire(import.meta.url)

/** Packages that judge files themselves. */
const judges = ['@cantoo/pdf-lib', '@likecoin/epubcheck-ts', 'pdfjs-dist']

/**
 * Names everything that the reading of any finished file depends on besides the file: the course, the code that reads, the packages and
 * the browser that it uses. Where one of them is another, nothing that was read before holds.
 */
export async function readingKey(course: Course, browser: string): Promise<string> {
  const folder = import.meta.dirname
  const names = (await readdir(folder, {recursive: true})).filter((name) => /\.[jt]s$/u.test(name)).toSorted()
  const code = await Promise.all(names.map((name) => readFile(path.join(folder, name))))
  const versions = await Promise.all(judges.map((name) => readFile(packageFile(name))))
  const all = createHash('sha256')
  for (const part of [...code, ...versions, serialize(course)]) all.update(part).update('\0')
  return all.update(browser).digest('hex')
}

function packageFile(name: string): string {
  const entry = require.resolve(name)
  const folder = path.join('node_modules', name)
  return path.join(entry.slice(0, entry.lastIndexOf(folder)), folder, 'package.json')
}

/** Names the reading of one output: of its files, with what others say of it. */
export function keyOf(base: string, files: ReadonlyMap<string, Uint8Array>, beside: unknown): string {
  const hashes = Array.from(files, ([name, bytes]) => `${name} ${hash('sha256', bytes)}`)
  return [base, ...hashes.toSorted(), hash('sha256', serialize(beside))].join('\n')
}
