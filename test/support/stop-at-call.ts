import fs from 'node:fs/promises'
import {syncBuiltinESMExports} from 'node:module'

/**
 * Loaded before a program (`node --import`): kills the process with SIGKILL instead of its file-system call number STOP_AT, counted
 * from 1 over all calls that change something. Without STOP_AT it prints how many there were.
 */
const changing = ['cp', 'link', 'mkdir', 'rename', 'rm', 'rmdir', 'symlink', 'unlink', 'writeFile'] as const

const stopAt = Number(process.env['STOP_AT'] ?? 0)
let calls = 0

for (const name of changing) {
  const original = fs[name] as (...args: readonly unknown[]) => Promise<unknown>
  Object.assign(fs, {
    [name]: (...args: readonly unknown[]) => {
      calls++
      if (calls === stopAt) process.kill(process.pid, 'SIGKILL')
      return original(...args)
    },
  })
}
syncBuiltinESMExports()

process.on('exit', () => {
  if (stopAt === 0) process.stdout.write(String(calls))
})
