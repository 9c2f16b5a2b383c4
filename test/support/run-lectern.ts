import {spawn} from 'node:child_process'
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
}

/** Runs the program as a person does. */
export function runLectern(args: readonly string[], {cwd, env, interruptAt}: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.resolve('bin/lectern.js'), ...args], {
      cwd,
      env: {...process.env, NO_COLOR: '1', ...env},
    })
    let stdout = ''
    let stderr = ''
    let isInterrupted = false
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString()
      if (!interruptAt || isInterrupted || !stderr.includes(interruptAt)) return
      isInterrupted = true
      child.kill('SIGINT')
    })
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({code, stdout, stderr})
    })
  })
}
