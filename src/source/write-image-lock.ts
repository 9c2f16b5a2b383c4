import {rename, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {imageLockName} from '../model/image-lock.ts'

/**
 * Writes `images.lock.json` beside `course.yml`, whole or not at all: beside its place, where no course reads, and renamed into it, so that
 * a link in its place is replaced and not followed. What a killed run left there is replaced as well.
 */
export async function writeImageLock(folder: string, text: string): Promise<void> {
  const draft = path.join(folder, `.${imageLockName}.draft`)
  await rm(draft, {force: true})
  await writeFile(draft, text, {flag: 'wx'})
  await rename(draft, path.join(folder, imageLockName))
}
