import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {decodeText} from './decode-text.ts'
import {resolveInside} from './resolve-inside.ts'

/**
 * Reads chapters in order. A chapter that is missing, or lies outside the course folder, is an empty file with a
 * message, so that all other chapters are still checked.
 */
export async function readChapters(folder: string, paths: readonly string[]): Promise<VFile[]> {
  return Promise.all(paths.map((chapter) => readChapter(folder, chapter)))
}

async function readChapter(folder: string, chapter: string): Promise<VFile> {
  const file = new VFile({path: chapter, value: ''})
  const location = await resolveInside(folder, chapter)
  const bytes = location && (await readFile(location).catch(() => undefined))
  if (!bytes) {
    const reason = `课程文件夹里没有 \`${chapter}\` / There is no \`${chapter}\` in the course folder`
    reportProblem(file, {ruleId: 'link-resolves', reason, hint: `course.yml 的 chapters / chapters of course.yml`})
    return file
  }
  file.value = decodeText(bytes, file)
  file.cwd = path.resolve(folder)
  return file
}
