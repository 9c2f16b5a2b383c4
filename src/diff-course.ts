import path from 'node:path'
import type {VFile} from 'vfile'
import {compareCourses} from './changes/compare-courses.ts'
import {renderChanges} from './changes/render-changes.ts'
import {compileCourse, hasErrors, isBuildable, type CompileOptions, type Buildable} from './compile-course.ts'
import {readPlaces} from './coverage/read-places.ts'
import {EnvironmentError, UsageError} from './diagnostics/environment-error.ts'
import type {WrittenArtifact} from './model/artifact.ts'
import type {CourseChanges, FoundPlaces} from './model/changes.ts'
import type {Course} from './model/course.ts'
import type {Edition} from './model/output.ts'
import {assertApart, assertOwnOutput} from './output/assert-own-output.ts'
import {openStaging} from './output/open-staging.ts'
import {recoverOutput} from './output/recover-output.ts'
import {readFormerEdition} from './source/read-edition.ts'
import {stoppable} from './stoppable.ts'

export interface DiffOptions extends CompileOptions {
  /** Git revision of the edition to compare with: a tag, a branch, a commit. */
  readonly since: string
  /** Where the finished files of the new edition are, and the changes go. */
  readonly out: string
  readonly editions: readonly Edition[]
  readonly signal: AbortSignal
}

export interface DiffResult {
  /** Sources of the new edition, with their diagnostics; with errors nothing is compared. */
  readonly files: readonly VFile[]
  /** One for each edition that the course has. */
  readonly changes: readonly CourseChanges[]
  readonly places: FoundPlaces
  readonly artifacts: readonly WrittenArtifact[]
  /** Mistakes in the sources of the old edition, as today's rules see them; it is compared as far as it is understood. */
  readonly formerErrors: number
}

/**
 * What changed for readers since an edition: both versions of the course folder as models, compared and written down as
 * Markdown and HTML beside the finished files, which stay as they are.
 */
export async function diffCourse(asked: DiffOptions): Promise<DiffResult> {
  const options = stoppable(asked)
  const {editions, folder, out, progress, signal, since} = options
  await assertApart(out, folder)
  await recoverOutput(out)
  const compiled = await compileCourse(options)
  const nothing = {files: compiled.files, changes: [], artifacts: [], formerErrors: 0}
  if (!isBuildable(compiled) || hasErrors(compiled.files))
    return {...nothing, places: {type: 'unknown', reason: 'absent'}}
  const {course, theme} = compiled
  await assertOwnOutput(out, course.identifier)

  progress.step('git')
  await using former = await readFormerEdition(folder, since, signal)
  const {before, errors} = await compileFormer(former.folder, options)
  signal.throwIfAborted()

  const places = await readPlaces({folder: out, sources: sourcesOf(compiled, folder)})
  const wanted = editions.filter((edition) => course.editions[edition].length > 0)
  const changes = wanted.map((edition) => compareCourses(before, course, edition))
  const rendered = changes.map((one) => renderChanges(one, {course, since, places, style: theme.styles.site}))
  await using staging = await openStaging(out, course.identifier)
  const artifacts = await Promise.all(rendered.map((artifact) => staging.write(artifact)))
  await staging.publish('beside')
  return {files: compiled.files, changes, places, artifacts, formerErrors: errors}
}

/** The old course, also with mistakes: they cannot be mended any more. */
async function compileFormer(
  folder: string,
  {cacheFolder = '', progress, signal, since}: DiffOptions,
): Promise<{before: Course; errors: number}> {
  const reason = `${since} 里的课程读不懂 / The course in ${since} cannot be read`
  const hint = '选一个较新的版本 / Choose a later revision'
  const compiled = await compileCourse({folder, cacheFolder, progress, signal}).catch((cause: unknown) => {
    if (!(cause instanceof EnvironmentError)) throw cause
    throw new UsageError(`${reason}: course.yml?\n${hint}`, {cause})
  })
  const errors = compiled.files.flatMap(({messages}) => messages).filter(({fatal}) => fatal)
  if (!compiled.course) throw new UsageError(`${reason}: ${errors[0]?.reason ?? 'course.yml?'}\n${hint}`)
  return {before: compiled.course, errors: errors.length}
}

/** Everything that a course is made from. */
function sourcesOf({course, files}: Buildable, folder: string): string[] {
  // The first is course.yml, whose path is the one that messages show.
  const names = [
    'course.yml',
    ...files.slice(1).map((file) => file.path),
    ...Array.from(course.resources.values(), (one) => one.path),
  ]
  return names.map((name) => path.join(folder, name))
}
