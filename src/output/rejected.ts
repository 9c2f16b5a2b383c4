import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../diagnostics/environment-error.ts'
import {removeEmptyFolder, removeOwn} from './apply-journal.ts'
import {readOwnMarker} from './assert-own-output.ts'
import {workFolder} from './inner-path.ts'
import {isMarker, ownHashes, readMarker} from './marker.ts'
import {publish, type Edition} from './publish.ts'
import {recoverOutput} from './recover-output.ts'
import {moveStagingFolder, removeStagingFolder} from './staging-folder.ts'

/** Where rejected results go, beside the output folder; the first may be somebody's. */
const placesOf = (root: string) => ['', '-2', '-3', '-4', '-5'].map((number) => `${root}-failed${number}`)

/** Moves the files of a staging folder beside the output folder, into the first folder that is free or holds an earlier rejected result. */
export async function reject(root: string, edition: Edition): Promise<string> {
  const from = path.join(root, workFolder, edition.staging)
  for (const place of placesOf(root)) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isFree(place, edition.written.course)) {
      // oxlint-disable-next-line no-await-in-loop
      await publishInto(place, from, edition)
      return place
    }
  }
  throw new UsageError(
    `这些文件夹都被占用，没有地方放这次的结果 / There is no place for the result, all of these are taken: ${placesOf(root).join(', ')}`,
  )
}

async function isFree(place: string, course: string): Promise<boolean> {
  try {
    await recoverOutput(place)
    await readOwnMarker(place, course)
    return true
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

async function publishInto(place: string, from: string, edition: Edition): Promise<void> {
  await mkdir(place, {recursive: true})
  const staging = await moveStagingFolder(from, place)
  try {
    await publish(place, {...edition, staging})
  } finally {
    await removeStagingFolder(place, staging)
  }
}

/** Removes an earlier rejected result of the course, but for what somebody put there or changed. */
export async function clearRejected(root: string, course: string): Promise<void> {
  for (const place of placesOf(root)) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isFree(place, course)) await clear(place)
  }
}

async function clear(place: string): Promise<void> {
  const marker = await readMarker(place)
  const files = [...(marker?.files.keys() ?? [])]
  // As long as there is a marker, the next build clears what this one left.
  for (const file of [...files.filter((name) => !isMarker(name)), ...files.filter((name) => isMarker(name))]) {
    // oxlint-disable-next-line no-await-in-loop
    await removeOwn(place, file, ownHashes(marker))
  }
  await removeEmptyFolder(place)
}
