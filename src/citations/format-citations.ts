import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Outcome} from '../engines/engine.ts'
import {engineModule, startEngine} from '../engines/start-engine.ts'
import type {CitationCluster, Cite, Work} from '../model/bibliography.ts'
import type {CiteprocSettings, open} from './citeproc-engine.ts'

export interface FormatOptions {
  readonly works: ReadonlyMap<string, Work>
  /** The name of a style that needs no file, or a file of the course. */
  readonly style: string | VFile
  /** BCP 47 language of the course. */
  readonly language: string
  /** Takes the message where it is not the style that takes too long. */
  readonly file: VFile
  readonly signal: AbortSignal | undefined
}

type Cited = ReturnType<Cite>

/**
 * Formats groups of citations, each with a list of works of its own, by citeproc in a thread. What comes back gives them for
 * the same groups again. A style that cannot be used is reported, and ours stands in; citations that cannot be formatted
 * are reported and stand as their keys.
 */
export async function formatCitations(
  groups: readonly (readonly CitationCluster[])[],
  options: FormatOptions,
): Promise<Cite> {
  const {file, style} = options
  const own = typeof style === 'string' ? undefined : await formatBy({csl: String(style)}, groups, options)
  const isUsed = own !== undefined && !own.some(({type}) => type !== 'done')
  if (own && !isUsed && typeof style !== 'string') reportStyle(style, own)
  const name = typeof style === 'string' ? style : ''
  const outcomes = isUsed ? own : await formatBy({name}, groups, options)
  const failed = outcomes.find(({type}) => type !== 'done')
  if (failed)
    reportProblem(file, {
      ruleId: 'bibliography-is-valid',
      reason: `引用排不出来：${reasonOf(failed)} / Cannot format the citations`,
      place: {line: 1, column: 1},
    })
  const found = new Map<CitationCluster | undefined, Cited>()
  for (const [index, group] of groups.entries()) {
    const outcome = outcomes[index + 1]
    found.set(group[0], outcome?.type === 'done' ? outcome.value : asKeys(group))
  }
  return (clusters) => found.get(clusters[0]) ?? asKeys(clusters)
}

/** Outcomes for no citations, which says whether the style can be used, and for each group. */
async function formatBy(
  style: CiteprocSettings['style'],
  groups: readonly (readonly CitationCluster[])[],
  {language, signal, works}: FormatOptions,
): Promise<readonly Outcome<Cited>[]> {
  if (groups.length === 0 && 'name' in style) return []
  if ('csl' in style && style.csl.length > limits.styleBytes.most) {
    const {most} = limits.styleBytes
    return [
      {
        type: 'failed',
        reason: `它有 ${style.csl.length} 个字符 / it has ${style.csl.length} characters, expected at most ${most}`,
      },
    ]
  }
  await using citeproc = startEngine<typeof open>({
    module: engineModule('citeproc-engine', import.meta.url),
    settings: {works, style, language},
    seconds: limits.bibliographySeconds.most,
    signal,
  })
  return await Promise.all([[], ...groups].map((clusters) => citeproc.run(clusters.map((one) => plain(one)))))
}

/** Without what a thread cannot be given, and needs not. */
const plain = ({isNarrative, works}: CitationCluster): CitationCluster => ({isNarrative, works})

const asKeys = (clusters: readonly CitationCluster[]): Cited => ({
  citations: clusters.map(({works}) => [{type: 'text', value: `[${works.map(({key}) => key).join('; ')}]`}]),
  works: [],
})

function reportStyle(file: VFile, outcomes: readonly Outcome<Cited>[]): void {
  const failed = outcomes.find(({type}) => type !== 'done')
  reportProblem(file, {
    ruleId: 'bibliography-is-valid',
    reason: `不是可用的 CSL 样式：${failed ? reasonOf(failed) : ''} / Unexpected style, expected an independent CSL 1.0 style`,
    place: {line: 1, column: 1},
    hint: '从 Zotero 样式库下载独立样式 / download an independent style from the Zotero style repository',
  })
}

const reasonOf = (outcome: Outcome<Cited>): string => {
  const {most} = limits.bibliographySeconds
  return outcome.type === 'failed' ? outcome.reason : `${most} 秒还没有排完 / it takes more than ${most} s`
}
