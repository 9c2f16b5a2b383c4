import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import type {TestProject} from 'vitest/node'
import {openBrowser} from '../../src/browser/open-browser.ts'
import {userCacheFolder} from '../../src/cache/user-cache-folder.ts'
import {buildFor} from '../support/build-for.ts'
import {writePartOfCourse} from '../support/write-part-of-course.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** WebSocket address of the one browser of the run. */
    browser: string
    /** Its executable, for tools that launch one themselves. */
    browserPath: string
    /** Folder with the bundled course as built once for all tests: read it, never write. */
    dist: string
    /** The course of its first three chapters, and what it is built into: read them, never write. */
    part: string
    partDist: string
  }
}

/** One browser and one build of the bundled course for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await openBrowser({
    executable: '',
    cacheFolder: userCacheFolder(),
    transport: 'socket',
    log: () => undefined,
    warn: () => undefined,
  })
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-e2e-'))
  const dist = path.join(folder, 'dist')
  const result = await buildFor('chapters', dist, {hasSingleFile: true})
  const part = path.join(folder, 'part')
  const partDist = path.join(folder, 'part-dist')
  await writePartOfCourse(part)
  for (const {files} of [result, await buildFor(part, partDist, {hasSingleFile: true})]) {
    const messages = files.flatMap((file) => file.messages.map(String))
    if (messages.length > 0) throw new Error(`The bundled course does not build:\n${messages.join('\n')}`)
  }
  project.provide('part', part)
  project.provide('partDist', partDist)
  project.provide('browser', browser.address)
  project.provide('browserPath', browser.executable)
  project.provide('dist', dist)
  return async () => {
    await browser[Symbol.asyncDispose]()
    await rm(folder, {recursive: true, force: true})
  }
}
