import {parseArgs} from 'node:util'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {UsageError} from '../diagnostics/environment-error.ts'
import {editions, outputs, type Edition, type Output} from '../model/output.ts'

export type CommandName = 'build' | 'check' | 'verify' | 'schema' | 'rules' | 'trace' | 'diff' | 'help' | 'version'

export interface Command {
  readonly name: CommandName
  /** Course folder; empty to look for one. */
  readonly course: string
  /** What `trace` looks for on a page of the book, or on a slide; empty for nothing. */
  readonly page: string
  readonly slide: string
  /** Git revision that `diff` compares with; empty for other commands. */
  readonly since: string
  /** Empty for the default, which depends on the course. */
  readonly out: string
  readonly only: readonly Output[]
  readonly editions: readonly Edition[]
  readonly browser: string
  readonly isStrict: boolean
  readonly checksLinks: boolean
  readonly fetchesImages: boolean
  readonly hasSingleFile: boolean
  readonly verifies: boolean
  readonly report: 'quiet' | 'normal' | 'verbose' | 'json' | 'sarif'
}

const commands: readonly CommandName[] = [
  'build',
  'check',
  'verify',
  'schema',
  'rules',
  'trace',
  'diff',
  'help',
  'version',
]

export const help = `lectern — 一套章节，多种讲义 / one set of chapters, every handout

  lectern build  [course]   构建幻灯片、EPUB 与 PDF，并核对成品 / build everything and read it back
  lectern check  [course]   只报告问题，不写文件 / all diagnostics, no files
  lectern verify [course]   核对已有的成品 / read back the files that stand there
  lectern trace <file:line> 一行源文在各输出的何处 / where a line of a chapter went in each output
  lectern trace --page <n>  书的一页上有什么；--slide <n> 一张幻灯片 / what stands on a page of the book, or on a slide
  lectern diff <git-ref> [course]  自那一版以来的改动 / what changed for readers since that edition
  lectern schema            输出 course.yml 的 JSON Schema / print the JSON Schema of course.yml
  lectern rules             列出规则 / list the rules

  --only <${outputs.join(',')}>   只构建这些 / only these
  --out <folder>            输出文件夹，默认为课程里的 dist / output folder, by default dist in the course
  --edition <${editions.join('|')}>  只构建这一版 / only this edition
  --browser <path>          使用这个浏览器 / use this browser
  --single-file             幻灯片另存为一个文件 deck/deck.html / the deck also as one file
  --no-verify               不读回核对，成品会注明没有核对过 / files are not read back, and say that they are not verified
  --strict                  有任何错误就不替换成品，用于 CI / any error keeps the output as it was, for CI
  --check-links             也检查外部链接，会联网 / ask for external links; uses the network
  --fetch-images            下载网上的图片，只一次，记在 images.lock.json，会联网 / download remote images once and record them in images.lock.json; uses the network
  --quiet | --verbose | --json | --sarif

退出码 / exit codes: 0 一切正常 fine · 1 有问题 findings · 2 用法或环境 usage or environment
`

/** Reads the command line. What makes no sense is a `UsageError` with the nearest thing that does. */
export function readArguments(args: readonly string[]): Command {
  const {positionals, values} = parse(args)
  const name = values.help ? 'help' : values.version ? 'version' : (positionals[0] ?? 'help')
  const known = commands.find((command) => command === name)
  if (!known) throw new UsageError(`未知的命令 ${name} / Unknown command ${name}. ${hintNearest(name, commands)}`)
  return {
    name: known,
    ...readPositionals(known, positionals.slice(1)),
    page: values.page,
    slide: values.slide,
    out: values.out ?? '',
    only: readNames('only', values.only, outputs),
    editions: readNames('edition', values.edition, editions),
    browser: values.browser ?? '',
    isStrict: values.strict ?? false,
    checksLinks: values['check-links'] ?? false,
    hasSingleFile: values['single-file'] ?? false,
    fetchesImages: readFetches(known, values['fetch-images'] ?? false),
    verifies: readVerifies(known, values['no-verify'] ?? false),
    report: readMode(values),
  }
}

function readPositionals(command: CommandName, positionals: readonly string[]): Pick<Command, 'course' | 'since'> {
  const [since, course = '', ...others] = command === 'diff' ? positionals : ['', ...positionals]
  if (since === undefined) {
    const what = '标签、分支或提交 / a tag, branch or commit'
    throw new UsageError(`和哪一版比？ / Which edition? lectern diff <git-ref>: ${what}`)
  }
  if (others.length > 0) throw new UsageError(`多余的参数 / Unexpected argument ${others[0]}`)
  return {course, since}
}

/** Only a build reads back what it wrote; elsewhere the option would promise something. */
function readVerifies(command: CommandName, isSkipped: boolean): boolean {
  if (isSkipped && command !== 'build') {
    throw new UsageError('--no-verify 只用于 build / is for build: lectern build --no-verify')
  }
  return !isSkipped
}

/** It writes beside `course.yml`, which no other command does. */
function readFetches(command: CommandName, isAsked: boolean): boolean {
  if (isAsked && command !== 'build') {
    throw new UsageError('--fetch-images 只用于 build / is for build: lectern build --fetch-images')
  }
  return isAsked
}

function readMode(values: Partial<Record<'quiet' | 'verbose' | 'json' | 'sarif', boolean>>): Command['report'] {
  const modes = (['quiet', 'verbose', 'json', 'sarif'] as const).filter((mode) => values[mode])
  if (modes.length > 1) throw new UsageError(`--${modes[0]} 与 --${modes[1]} 不能同用 / exclude each other`)
  return modes[0] ?? 'normal'
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: {type: 'string'},
        out: {type: 'string', short: 'o'},
        edition: {type: 'string'},
        browser: {type: 'string'},
        page: {type: 'string', default: ''},
        slide: {type: 'string', default: ''},
        strict: {type: 'boolean'},
        'check-links': {type: 'boolean'},
        'fetch-images': {type: 'boolean'},
        'single-file': {type: 'boolean'},
        'no-verify': {type: 'boolean'},
        quiet: {type: 'boolean', short: 'q'},
        verbose: {type: 'boolean', short: 'v'},
        json: {type: 'boolean'},
        sarif: {type: 'boolean'},
        help: {type: 'boolean', short: 'h'},
        version: {type: 'boolean'},
      },
    })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), {cause})
  }
}

function readNames<Name extends string>(option: string, value: string | undefined, known: readonly Name[]): Name[] {
  if (value === undefined) return [...known]
  return value.split(',').map((word) => {
    const name = known.find((candidate) => candidate === word.trim())
    if (!name) throw new UsageError(`--${option} ${word}？ ${hintNearest(word, known)}`)
    return name
  })
}
