import path from 'node:path'
import {VFile} from 'vfile'
import {describeRefusal} from '../diagnostics/describe-refusal.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {decodeText} from './decode-text.ts'
import {readInside} from './resolve-inside.ts'

/**
 * Reads chapters in order. A chapter that is missing or refused is an empty file with a message, so that all other chapters
 * are still checked.
 */
export async function readChapters(folder: string, paths: readonly string[]): Promise<VFile[]> {
  return Promise.all(paths.map((chapter) => readChapter(folder, chapter)))
}

async function readChapter(folder: string, chapter: string): Promise<VFile> {
  const file = new VFile({path: chapter, value: ''})
  const read = await readInside(folder, chapter)
  if ('refusal' in read) {
    const {hint, reason} = describeRefusal(read.refusal)
    reportProblem(file, {
      ruleId: 'link-resolves',
      reason: `读不到章 \`${chapter}\` / Unexpected chapter \`${chapter}\`: ${reason}`,
      hint: `course.yml 的 chapters / chapters of course.yml: ${hint}`,
    })
    return file
  }
  file.value = decodeText(read.contents, file)
  file.cwd = path.resolve(folder)
  return file
}
