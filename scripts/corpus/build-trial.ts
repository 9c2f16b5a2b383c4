/**
 * Builds one course and writes what came of it as JSON; run by scripts/corpus.ts as a process of its own:
 * `node build-trial.ts COURSE OUT RESULT`.
 */
import {writeFile} from 'node:fs/promises'
import {buildCourse} from '../../src/build.ts'
import {userCacheFolder} from '../../src/cache/user-cache-folder.ts'
import {editions, outputs} from '../../src/model/output.ts'
import type {TrialMessage, TrialOutcome} from './trial-outcome.ts'

const [folder = '', out = '', result = ''] = process.argv.slice(2)
const started = performance.now()
const stages: string[] = []
const built = await buildCourse({
  folder,
  out,
  only: outputs,
  editions,
  browser: '',
  isStrict: false,
  checksLinks: false,
  hasSingleFile: false,
  verifies: true,
  cacheFolder: userCacheFolder(),
  sourceDateEpoch: undefined,
  signal: new AbortController().signal,
  progress: {
    step(stage) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      if (stages.at(-1) !== stage) process.stdout.write(`${seconds} s ${stage}\n`)
      stages.push(stage)
    },
    part: () => undefined,
    log: () => undefined,
    warn: () => undefined,
  },
})
const messages = built.files.flatMap((file) =>
  file.messages.map((message): TrialMessage => ({
    file: file.path,
    line: message.line,
    rule: message.ruleId ?? '',
    reason: message.reason,
    cause: message.commonCause ?? message.reason,
    isError: message.fatal === true,
  })),
)
const findings = (built.report?.findings ?? []).map(({artifact, line, reason, ruleId, sourcePath}) => ({
  artifact,
  file: sourcePath,
  line,
  reason,
  rule: ruleId,
}))
const outcome: TrialOutcome = {
  isBuilt: built.artifacts.length > 0,
  finished: built.rejected === '' ? out : built.rejected,
  hasFiles: built.artifacts.length > 0 || built.rejected !== '',
  messages,
  findings,
  units: built.report?.units.length ?? 0,
}
await writeFile(result, JSON.stringify(outcome))
