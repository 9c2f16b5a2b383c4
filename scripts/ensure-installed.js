// Runs `npm ci` when node_modules is missing or older than the lock file. Plain JavaScript for any Node.
import {execFileSync} from 'node:child_process'
import {statSync} from 'node:fs'

const changed = (path) => statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {stdio: 'inherit', shell: process.platform === 'win32'})
}
