import {spawn, type ChildProcess} from 'node:child_process'
import path from 'node:path'

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Sends SIGINT when standard error says this. */
  readonly interruptAt?: string
  /** What is done when standard error says something for the first time. */
  readonly once?: {readonly says: string; readonly act: (child: ChildProcess) => unknown}
  /** Another user to run as, which only root may. */
  readonly uid?: number
}

/** Runs the program as a person does. */
export function runLectern(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const {cwd, env, interruptAt, uid} = options
  const interrupt = {says: interruptAt ?? '', act: (child: ChildProcess) => child.kill('SIGINT')}
  const moment = options.once ?? (interruptAt ? interrupt : undefined)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.resolve('bin/lectern.js'), ...args], {
      cwd,
      env: {...process.env, NO_COLOR: '1', ...env},
      ...(uid === undefined ? {} : {uid, gid: uid}),
    })
    let stdout = ''
    let stderr = ''
    let isDone = false
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
      if (!moment || isDone || !stderr.includes(moment.says)) return
      isDone = true
      moment.act(child)
    })
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({code, stdout, stderr})
    })
  })
}

/** Standard error without the line that is there for root, whatever else is said: that the browser has no sandbox. */
export const besidesSandbox = (stderr: string): string =>
  stderr.replace(/^.*without its sandbox.*root has none.*\n/mu, '')
