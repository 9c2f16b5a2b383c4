import {lstat} from 'node:fs/promises'
import path from 'node:path'
import {applyJournal} from './apply-journal.ts'
import {throwObstacles} from './assert-own-output.ts'
import {ignoreMissing} from './entry-state.ts'
import {workFolder} from './inner-path.ts'
import {readJournal} from './journal.ts'
import {withLock} from './lock.ts'
import {findObstacles} from './plan-publication.ts'
import {resolveOutput} from './resolve-output.ts'
import {removeOrphans} from './staging-folder.ts'

/**
 * Finishes what a program that was stopped while it published left half done, and removes what it left behind, so that an
 * output folder holds one whole edition. Throws a `UsageError` when somebody changed a file in the meantime that the
 * publication would replace, or another build publishes there now.
 */
export async function recoverOutput(out: string): Promise<void> {
  const root = await resolveOutput(out)
  const work = await lstat(path.join(root, workFolder)).catch(ignoreMissing)
  if (!work?.isDirectory()) return
  await withLock(root, () => finishPublication(root))
  await removeOrphans(root)
}

async function finishPublication(root: string): Promise<void> {
  const journal = await readJournal(root)
  if (!journal) return
  const {before, placed} = journal
  const hashesOf = (file: string) => [before, placed].flatMap((files) => files.get(file) ?? [])
  throwObstacles(root, await findObstacles(root, journal, hashesOf))
  await applyJournal(root, journal)
}
