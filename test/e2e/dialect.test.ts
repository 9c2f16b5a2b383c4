import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test} from 'vitest'
import {buildFor} from '../support/build-for.ts'

test('the page of the dialect builds: every construct is in every output', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-dialect-'))
  try {
    const {files, report} = await buildFor('docs', path.join(folder, 'dist'))
    expect(files.flatMap((file) => file.messages.map(String))).toEqual([])
    expect(report?.findings).toEqual([])
    expect(report?.units.length).toBeGreaterThan(300)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
