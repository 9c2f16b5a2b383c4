import {readdir, readFile} from 'node:fs/promises'

/** Of this machine, which runs Linux wherever the browser is embedded. */
export interface Process {
  readonly pid: number
  readonly args: readonly string[]
}

/** Processes that have a folder in their environment or their command line, so also those of the browser that were forked from it. */
export async function processesIn(folder: string): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))
  const all = await Promise.all(
    pids.map(async (pid) => {
      const [line, environment] = await Promise.all(
        ['cmdline', 'environ'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
      )
      const isIn = line?.includes(folder) === true || environment?.includes(folder) === true
      return isIn ? [{pid: Number(pid), args: (line ?? '').split('\0')}] : []
    }),
  )
  return all.flat()
}

/** The main processes of browsers whose profile is below a folder. */
export async function browsersIn(folder: string): Promise<Process[]> {
  const all = await processesIn(folder)
  return all.filter(({args}) => {
    return args.some((arg) => arg.startsWith('--user-data-dir=')) && !args.some((arg) => arg.startsWith('--type='))
  })
}
