import {hash} from 'node:crypto'
import type {VFile} from 'vfile'
import {limits} from '../diagnostics/limits.ts'
import {reportProblem, type Problem} from '../diagnostics/report-problem.ts'
import type {RuleId} from '../diagnostics/rules.ts'
import {engineModule, startEngine} from '../engines/start-engine.ts'
import type {open} from './describe-font-engine.ts'
import {embeddingRights} from './embedding-rights.ts'
import type {FontFacts} from './font-facts.ts'
import {fontFormat, unpackedSize} from './font-format.ts'
import type {FontFormat, OwnFace} from './own-font.ts'
import {faceName} from './theme-face.ts'
import {append} from '../model/append.ts'

/** A font file of the course. */
export interface FontSource {
  /** From the course folder. */
  readonly name: string
  readonly place: Problem['place']
  /** That it is asked for by; its own, where this is absent. */
  readonly family?: string
  readonly contents: Uint8Array
}

export interface FontsOfCourse {
  /** `course.yml`. */
  readonly file: VFile
  readonly sources: readonly FontSource[]
  readonly signal?: AbortSignal | undefined
}

/**
 * The faces of the font files that a course brings, by what the files say of their family, weight, style and axes. What cannot be used,
 * or must not by its licence, is reported where `course.yml` names it, and left out.
 */
export async function ownFaces({file, signal, sources}: FontsOfCourse): Promise<OwnFace[]> {
  const faces: OwnFace[] = []
  for (const source of sources) {
    const report: Report = (ruleId, reason, hint) => {
      const whole = `字体 \`${source.name}\` ${reason[0]} / Unexpected font \`${source.name}\`: ${reason[1]}`
      reportProblem(file, {ruleId, reason: whole, place: source.place, hint})
    }
    // In turn: each has a thread, and a font of many megabytes in it.
    // oxlint-disable-next-line no-await-in-loop
    const made = await facesOf(source, {file, report, signal})
    const twin = made.find((face) => faces.some((other) => faceName(other) === faceName(face)))
    if (twin) report('font-is-usable', ...doubled(twin))
    else
      append(
        faces,
        made.map((face) => ({...face, family: spelledAs(face.family, faces)})),
      )
  }
  return faces
}

/** As the faces before spell it: names of families are the same in any capitals. */
const spelledAs = (family: string, faces: readonly OwnFace[]) =>
  faces.find((one) => one.family.toLowerCase() === family.toLowerCase())?.family ?? family

type Report = (ruleId: RuleId, reason: readonly [chinese: string, english: string], hint?: string) => void

function doubled({family, style, weight}: OwnFace): [readonly [string, string], string] {
  const face = `${family} ${weight} ${style}`
  return [
    [`又是一个 ${face}`, `there is another ${face}`],
    '每种字重和样式一个文件；另一个用 family 起名 / keep one file for each weight and style, or give the other a `family`',
  ]
}

interface FaceContext extends Pick<FontsOfCourse, 'file' | 'signal'> {
  readonly report: Report
}

async function facesOf(source: FontSource, context: FaceContext): Promise<OwnFace[]> {
  const format = bearableFormat(source.contents, context.report)
  const facts = format && (await describe(source.contents, context))
  if (!facts) return []
  const family = source.family ?? facts.family
  if (!isFamilyName(family, context.report) || !mayEmbed(source, facts, context.report)) return []
  const {isWhole} = embeddingRights(facts.fsType)
  const font = {
    path: source.name,
    contents: source.contents,
    digest: hash('sha256', source.contents),
    format,
    isWhole,
    notice: facts.notices.join('\n\n'),
    origin: {file: context.file, place: source.place},
  }
  // As the theme's Latin faces do: in Chinese text these marks are those of the Chinese font.
  const without = facts.hasHan ? '' : '“”‘’…—·'
  return instancesOf(facts).map((instance) => ({family, style: facts.style, without, only: '', font, ...instance}))
}

/** What a font says of itself; why it cannot be read is reported. */
async function describe(contents: Uint8Array, {report, signal}: FaceContext): Promise<FontFacts | undefined> {
  const module = engineModule('describe-font-engine', import.meta.url)
  const {most} = limits.fontSeconds
  // Each has an engine of its own: one that a damaged font has upset would fail the next one.
  await using engine = startEngine<typeof open>({module, settings: undefined, seconds: most, signal})
  const outcome = await engine.run(contents)
  if (outcome.type === 'done' && outcome.value.hasOutlines) return outcome.value
  if (outcome.type === 'done') report(...damaged('没有轮廓，只有图片', 'it has pictures and no outlines'))
  else if (outcome.type === 'failed') report(...damaged('读不懂', `it cannot be read: ${outcome.reason}`))
  else report(...damaged(`${most} 秒还没有读完`, `it is not read within ${most} s`))
  return undefined
}

/** Of a file that is a font and not too large; why it is none, or too large, is reported. */
function bearableFormat(contents: Uint8Array, report: Report): FontFormat | undefined {
  const format = fontFormat(contents)
  if (format === undefined) {
    report(...damaged('不是字体', 'it is no font'))
    return undefined
  }
  if (format === 'collection') {
    const hint =
      '用 FontForge 之类的工具取出一款，存成 .ttf 或 .otf / take the face you need out of it with a font tool such as FontForge, as .ttf or .otf'
    report('font-is-usable', ['是字体集（.ttc）', 'it is a collection (.ttc), which is not read'], hint)
    return undefined
  }
  const [size, {most}] = [unpackedSize(contents, format), limits.fontBytes]
  if (size <= most) return format
  const reason = [`解开有 ${size} 字节，最多 ${most}`, `it unpacks to ${size} bytes, expected at most ${most}`] as const
  report('font-is-usable', reason, '换一个小一些的 / use a smaller one')
  return undefined
}

function damaged(chinese: string, english: string): Parameters<Report> {
  const hint = '重新下载；要的是 .ttf、.otf、.woff 或 .woff2 / download it again; expected .ttf, .otf, .woff or .woff2'
  return ['font-is-usable', [chinese, english.split('\n')[0] ?? ''], hint]
}

/** The name is quoted in style sheets, and must not be one with a meaning in CSS or in lectern. */
function isFamilyName(family: string, report: Report): boolean {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&+_-]{0,99}$/u.test(family)
  if (isPlain && !/^lectern\b/iu.test(family)) return true
  const reason = family
    ? ([`的族名 ${JSON.stringify(family)} 不能用`, `its family cannot be called ${JSON.stringify(family)}`] as const)
    : (['没有族名', 'it has no family name'] as const)
  const hint =
    '写 family: 用字母、数字、空格，不以 Lectern 开头 / write a `family` of letters, digits and spaces that does not begin with Lectern'
  report('font-is-usable', reason, hint)
  return false
}

/** Of what is embedded as a whole, where it is more: a deck is opened at once. */
const lightWhole = 1_000_000

/** Whether its licence bits allow a font to be embedded; what they forbid or make heavy is reported. */
function mayEmbed({contents}: FontSource, {axes, fsType}: FontFacts, report: Report): boolean {
  const {isReadOnly, isWhole, refusal} = embeddingRights(fsType)
  const bits = `fsType 0x${fsType.toString(16).padStart(4, '0')}`
  const other =
    '用许可允许嵌入的字体（如 SIL OFL 的），或向厂家要一份 / use a font whose licence allows embedding, for instance one under the SIL OFL, or ask its maker for such a copy'
  if (refusal !== undefined) {
    const reason = {
      restricted: [`的许可位不许嵌入（${bits}）`, `its licence bits forbid embedding (${bits})`],
      bitmaps: [`的许可位只许嵌入点阵（${bits}）`, `its licence bits allow to embed bitmaps only (${bits})`],
    } as const
    report('font-is-usable', reason[refusal], other)
    return false
  }
  if (isWhole && Object.keys(axes).length > 0) {
    const reason = [
      `是可变字体，许可位又不许取子集（${bits}）`,
      `it is variable, and must not be cut down (${bits})`,
    ] as const
    report('font-is-usable', reason, '用静态的字体文件 / use static files of the family')
    return false
  }
  if (isReadOnly) {
    const reason = [
      `的许可位只许用在供查看和打印的文档里（${bits}）`,
      `its licence bits allow only documents to be looked at and printed (${bits}), and it is also in the deck and, with \`epub: {fonts: subset}\`, in the e-book`,
    ] as const
    report('font-licence-is-open', reason, other)
  }
  if (isWhole && contents.length > lightWhole) {
    const size = `${(contents.length / 1e6).toFixed(1)} MB`
    const reason = [
      `不许取子集（${bits}），整个嵌入，${size}`,
      `its licence bits forbid subsets (${bits}), and it is embedded whole: ${size}`,
    ] as const
    report('font-licence-is-open', reason, other)
  }
  return true
}

/** What of a family's weights lectern sets text in. */
const usualWeights = [400, 700]

/** A static font as it is; of a variable one the usual weights, as far as it has them. */
function instancesOf({axes, weight}: FontFacts): Pick<OwnFace, 'axes' | 'weight'>[] {
  const defaults = Object.fromEntries(Object.entries(axes).map(([tag, axis]) => [tag, axis.default]))
  const {wght} = axes
  if (!wght) return [{weight, axes: defaults}]
  const weights = new Set(usualWeights.map((usual) => Math.min(Math.max(usual, wght.min), wght.max)))
  return Array.from(weights, (one) => ({weight: one, axes: {...defaults, wght: one}}))
}
