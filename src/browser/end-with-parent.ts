import {spawn, type ChildProcess} from 'node:child_process'
import type {Socket} from 'node:net'

/** Waits for the end of its input, which is the end of who started it. */
const guardScript = 'while read -r _; do :; done; kill -s KILL -- "-$1"'

/**
 * Ends a browser with all of its group when this process has gone, however it went. By itself it ends when its pipe closes, but not while it is
 * starting. On Windows, which has no shell for it, nothing is done.
 */
export function endWithParent(browser: ChildProcess): void {
  if (process.platform === 'win32' || browser.pid === undefined) return
  const guard = spawn('/bin/sh', ['-c', guardScript, 'sh', String(browser.pid)], {
    detached: true,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell the pipe alone has to do.
  guard.once('error', () => undefined)
  guard.unref()
  ;(guard.stdin as Socket).unref()
  browser.once('exit', () => guard.kill('SIGKILL'))
}
