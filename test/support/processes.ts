import {readdir, readFile} from 'node:fs/promises'

/** Processes of this machine, which runs Linux wherever the browser is embedded, whose command line has a text. */
export async function processesWith(text: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))
  const lines = await Promise.all(
    pids.map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return {pid, line: line.replaceAll('\0', ' ')}
    }),
  )
  return lines.filter(({line}) => line.includes(text)).map(({line, pid}) => `${pid} ${line}`)
}

/** A browser’s main process, of those that run a program in this folder. */
export const mainProcesses = async (folder: string): Promise<number[]> =>
  (await processesWith(`${folder}/`))
    .filter((line) => line.includes('--user-data-dir=') && !line.includes('--type='))
    .map((line) => Number(line.split(' ')[0]))
