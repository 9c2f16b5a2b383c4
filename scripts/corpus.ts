/**
 * Tries books that were not written for lectern: `npm run corpus -- [FOLDER…]`, each a folder or a git directory of any tool's book;
 * without one, the traits of real books in test/fixtures/wild and chapters too large for a file. A book goes in unedited, with no
 * rule lowered; what it comes to is printed, and at the end the rows of a Markdown table. Fails where a build crashed or hung.
 */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {generatedChapters} from '../test/support/generated-chapters.ts'
import {describeBook, rowOf, tableHead} from './corpus/print-book.ts'
import {tryBook} from './corpus/try-book.ts'

const {positionals, values} = parseArgs({
  allowPositionals: true,
  options: {
    json: {type: 'boolean', default: false},
    keep: {type: 'string', default: ''},
    'limit-chapters': {type: 'string', default: 'Infinity'},
    'lower-rules': {type: 'boolean', default: false},
    screenshots: {type: 'string', default: '0'},
    'time-limit': {type: 'string', default: '1800'},
  },
})

const options = {
  keep: values.keep,
  lowersRules: values['lower-rules'],
  mostChapters: Number(values['limit-chapters']),
  screenshots: Number(values.screenshots),
  seconds: Number(values['time-limit']),
}

async function writeGenerated(folder: string): Promise<string[]> {
  return Promise.all(
    Object.entries(generatedChapters).map(async ([name, text]) => {
      const book = path.join(folder, name)
      await mkdir(book)
      await writeFile(path.join(book, 'chapter.md'), text())
      return book
    }),
  )
}

const generated = await mkdtemp(path.join(tmpdir(), 'lectern-generated-'))
try {
  const books = positionals.length > 0 ? positionals : ['test/fixtures/wild', ...(await writeGenerated(generated))]
  const rows: string[] = []
  for (const book of books) {
    // In turn: each has a browser of its own.
    // oxlint-disable-next-line no-await-in-loop
    const result = await tryBook(book, options)
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : describeBook(result))
    rows.push(rowOf(result))
    if (result.state === 'crashed' || result.state === 'hung') process.exitCode = 1
  }
  if (!values.json) process.stdout.write(`\n${[tableHead, ...rows].join('\n')}\n`)
} finally {
  await rm(generated, {recursive: true, force: true})
}
