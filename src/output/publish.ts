import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {applyJournal} from './apply-journal.ts'
import {readOwnMarker, throwObstacles} from './assert-own-output.ts'
import {ownHashes, type Marker} from './marker.ts'
import {workFolder} from './inner-path.ts'
import {writeJournal} from './journal.ts'
import {withLock} from './lock.ts'
import {findObstacles, planPublication, type PublicationScope} from './plan-publication.ts'

export interface Edition {
  /** Name of the staging folder in the work folder of the output folder. */
  readonly staging: string
  readonly written: Marker
  readonly scope: PublicationScope
}

/**
 * Moves the files of a staging folder into the output folder that holds it. What is in the way and not lectern's is a
 * `UsageError`, and nothing is changed. Once the journal is written the publication is finished by this process or by the next.
 */
export async function publish(root: string, edition: Edition): Promise<void> {
  await withLock(root, () => publishLocked(root, edition))
}

async function publishLocked(root: string, {scope, staging, written}: Edition): Promise<void> {
  const before = await readOwnMarker(root, written.course)
  const {markers, ...publication} = planPublication(before, written, scope)
  throwObstacles(root, await findObstacles(root, publication, ownHashes(before)))
  const folder = path.join(root, workFolder, staging)
  for (const [name, text] of markers) {
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(path.join(folder, name)), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(path.join(folder, name), text)
  }
  const journal = {...publication, staging, before: before?.files ?? new Map<string, string>()}
  await writeJournal(root, journal)
  await applyJournal(root, journal)
}
