import {buildCourse, type BuildOptions, type BuildResult} from '../../src/build.ts'
import {userCacheFolder} from '../../src/cache/user-cache-folder.ts'
import {editions, outputs} from '../../src/model/output.ts'

/** Options of a build of everything, silent; with changes. */
export function optionsFor(folder: string, out: string, changes: Partial<BuildOptions> = {}): BuildOptions {
  return {
    folder,
    out,
    only: outputs,
    editions,
    browser: '',
    isStrict: false,
    checksLinks: false,
    hasSingleFile: false,
    verifies: true,
    cacheFolder: userCacheFolder(),
    sourceDateEpoch: undefined,
    signal: new AbortController().signal,
    progress: {step: () => undefined, part: () => undefined, log: () => undefined, warn: () => undefined},
    ...changes,
  }
}

export function buildFor(folder: string, out: string, changes: Partial<BuildOptions> = {}): Promise<BuildResult> {
  return buildCourse(optionsFor(folder, out, changes))
}
