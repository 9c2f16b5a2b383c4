import type {Progress} from '../build.ts'
import type {StagePart} from '../model/progress.ts'
import type {Command} from './arguments.ts'
import {print, printInPlace, style} from './terminal.ts'

const names: Readonly<Record<string, string>> = {
  read: '读取课程 read',
  parse: '解析章节 parse',
  git: '读取旧版 former edition',
  browser: '启动浏览器 browser',
  links: '询问外部链接 links',
  fetch: '下载图片 fetching images',
  'formulas, code, fonts': '公式、代码、字体 formulas, code, fonts',
  verify: '核对成品 verify',
}

const parts: Readonly<Record<StagePart['name'], string>> = {
  plan: '排页 planning pages, pass',
  print: '打印 printing, pages:',
  finish: '修整 finishing, page',
}

/** Of how many pages one is told about, on a terminal that shows the last line only. */
const pagesAtATime = 10

/** Progress on standard error: one line that changes on a terminal, plain lines otherwise, nothing when quiet. */
export function createProgress(report: Command['report'], stream: NodeJS.WriteStream): Progress & {end: () => void} {
  const isLive = stream.isTTY && report === 'normal'
  const isSilent = report === 'quiet' || report === 'json' || report === 'sarif'
  const started = performance.now()
  let stage = ''
  let shown = ''
  const show = (text: string) => {
    if (isSilent || text === shown) return
    shown = text
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const line = `${style('dim', `${seconds}s`.padStart(7))} ${text}`
    if (isLive) printInPlace(stream, line)
    else print(stream, `${line}\n`)
  }
  return {
    step(name, done, total) {
      stage = `${names[name] ?? name}${total === undefined ? '' : ` ${done}/${total}`}`
      show(stage)
    },
    part(part) {
      show(`${stage} · ${describe(part, isLive)}`)
    },
    log(message) {
      if (report === 'verbose') print(stream, `        ${message}\n`)
    },
    warn(message) {
      if (isLive) printInPlace(stream, '')
      print(stream, `${style('yellow', message)}\n`)
    },
    end() {
      if (isLive) printInPlace(stream, '')
    },
  }
}

/** Pages are counted where a line can change; in a log a part is one line, with the pages of the whole. */
function describe({done, name, total}: StagePart, isLive: boolean): string {
  if (total === undefined || name === 'print')
    return [parts[name], done ?? total].filter((word) => word !== undefined).join(' ')
  const at = done === undefined || done === total ? done : done - (done % pagesAtATime)
  return isLive ? `${parts[name]} ${at}/${total}` : `${parts[name]} ${total}`
}
