import {styleText} from 'node:util'
import type {Progress} from '../build.ts'
import type {Command} from './arguments.ts'

const names: Readonly<Record<string, string>> = {
  read: '读取课程 read',
  parse: '解析章节 parse',
  git: '读取旧版 former edition',
  browser: '启动浏览器 browser',
  links: '询问外部链接 links',
  'formulas, code, fonts': '公式、代码、字体 formulas, code, fonts',
  verify: '核对成品 verify',
}

/** Progress on standard error: one line that changes on a terminal, plain lines otherwise, nothing when quiet. */
export function createProgress(report: Command['report'], stream: NodeJS.WriteStream): Progress & {end: () => void} {
  const isLive = stream.isTTY && report === 'normal'
  const isSilent = report === 'quiet' || report === 'json' || report === 'sarif'
  const started = performance.now()
  return {
    step(stage, done, total) {
      if (isSilent) return
      const count = total === undefined ? '' : ` ${done}/${total}`
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const line = `${styleText('dim', `${seconds}s`.padStart(7))} ${names[stage] ?? stage}${count}`
      stream.write(isLive ? `\r\u001B[2K${line}` : `${line}\n`)
    },
    log(message) {
      if (report === 'verbose') stream.write(`        ${message}\n`)
    },
    end() {
      if (isLive) stream.write('\r\u001B[2K')
    },
  }
}
