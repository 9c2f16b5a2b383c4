import pLimit from 'p-limit'
import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Course} from '../model/course.ts'
import type {Position} from 'unist'
import {phrasingOf} from '../model/walk.ts'

export interface LinkOptions {
  readonly files: ReadonlyMap<string, VFile>
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

const atOnce = 8
const patience = 15_000

/**
 * Asks for every external link of a course, each address once, and reports those that do not answer. The only place in
 * lectern that uses the network, and only when the author asks for it.
 */
export async function checkLinks(course: Course, {files, progress, signal}: LinkOptions): Promise<void> {
  const places = Map.groupBy(linksOf(course), ({url}) => url)
  const limit = pLimit(atOnce)
  let done = 0
  const checks = Array.from(places, ([url, found]) =>
    limit(async () => {
      const problem = await ask(url, signal)
      progress(++done, places.size)
      for (const {path, position} of problem ? found : []) {
        const file = files.get(path)
        const reason = `链接 ${url} 打不开：${problem} / Unexpected answer of a link: ${problem}`
        if (file) reportProblem(file, {ruleId: 'link-responds', reason, place: position})
      }
    }),
  )
  await Promise.all(checks)
}

interface PlacedLink {
  readonly url: string
  readonly path: string
  readonly position: Position | undefined
}

function linksOf(course: Course): PlacedLink[] {
  return course.chapters.flatMap((chapter) => {
    const notes = chapter.footnotes.map(({blocks}) => ({blocks, sections: []}))
    return [chapter, ...notes].flatMap((outline) =>
      Array.from(phrasingOf(outline)).flatMap(({node}): PlacedLink[] => {
        if (node.type !== 'link' || !/^https?:/iu.test(node.url)) return []
        return [{url: node.url.split('#')[0] ?? '', path: chapter.sourcePath, position: node.position}]
      }),
    )
  })
}

/** What is wrong with an address, in a few words; `undefined` when it answers. */
async function ask(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const request = (method: 'GET' | 'HEAD') =>
      fetch(url, {method, redirect: 'follow', signal: AbortSignal.any([signal, AbortSignal.timeout(patience)])})
    const head = await request('HEAD')
    // Some servers answer GET only.
    const response = head.ok ? head : await request('GET')
    await response.body?.cancel()
    return response.ok ? undefined : `HTTP ${response.status}`
  } catch (error) {
    signal.throwIfAborted()
    return error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)
  }
}
