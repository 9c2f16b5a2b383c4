import type {ArtifactName} from './mutant.ts'
import type {ToolFindings, ToolName} from './other-tools.ts'
import type {Outcome} from './run-mutant.ts'

export interface Studied extends Outcome {
  readonly others: ToolFindings
}

type Missed = Readonly<Record<string, string>>

const introduction = `# Mutation study

Defects made on finished files, behind the writers' back, and whether reading the files back finds them. Each mutant is
one defect in one artifact of a course of the first three chapters of the bundled one; its victim is chosen by a seed. A
mutant is caught when the files as they were built give no finding and the changed ones give at least one at a rule that is
an error. Before the study the files as they are, and as its tools pack and save them, are read back: no finding.

This page is written by \`npm run mutation-study -- --write\`. EPUBCheck is the Java one, 5.3, on the mutants of the e-book (the
one in TypeScript is part of lectern's own check: “only by EPUBCheck's rules” counts what nothing else in it finds). axe
looked at the slides that differ, at the home page and at the report. “–”: the tool has nothing to do with the artifact, or was
not run. Ace, html-validate, qpdf and veraPDF were not run.
`

const artifacts: readonly ArtifactName[] = [
  'deck',
  'epub',
  'pdf',
  'slides',
  'handout',
  'teacher deck',
  'teacher handout',
  'site',
  'coverage',
]

const isCaught = ({findings}: Studied) => findings.length > 0

/** Whether a mutant is caught, or missed and on the list of those. */
export const isExpected = (one: Studied, missedToday: Missed): boolean => isCaught(one) !== one.mutant.id in missedToday

/** Tables by category and by artifact, and what is not as expected, for a terminal. */
export function studySummary(all: readonly Studied[], missedToday: Missed): string {
  const unexpected = all.filter((one) => !isExpected(one, missedToday))
  const told = unexpected.map((one) => {
    const {category, id, what} = one.mutant
    return `${isCaught(one) ? 'caught, but on the list of missed' : 'missed'}: ${id} (${category}: ${what}) ${one.victim}`
  })
  return [byCategory(all), byArtifact(all), ...told].join('\n')
}

/** docs/mutation-study.md. */
export function studyPage(all: readonly Studied[], missedToday: Missed): string {
  const [caught = [], missed = []] = [true, false].map((wanted) => all.filter((one) => isCaught(one) === wanted))
  return [
    introduction,
    `${caught.length} of ${all.length} mutants are caught.\n`,
    '## By category\n',
    byCategory(all),
    '## By artifact\n',
    byArtifact(all),
    '## Missed, and what a check would have to look at\n',
    ...[...Map.groupBy(missed, ({mutant}) => missedToday[mutant.id] ?? 'not on the list')].map(([look, group]) =>
      [`${look}\n`, ...group.map((one) => `- ${describe(one)}`), ''].join('\n'),
    ),
    '## Caught, and by what\n',
    table(
      ['mutant', 'what is wrong', 'rules', 'the first finding'],
      caught.map((one) => [
        one.mutant.id,
        describe(one).replace(/^\S+: /u, ''),
        rulesOf(one.findings),
        one.findings[0]?.reason ?? '',
      ]),
    ),
  ].join('\n')
}

const describe = ({mutant, victim}: Studied) => cellText(`${mutant.id}: ${mutant.category}, ${mutant.what}; ${victim}`)

function byCategory(all: readonly Studied[]): string {
  const groups = [...Map.groupBy(all, ({mutant}) => mutant.category)]
  return table(
    ['category', 'mutants', 'caught', 'missed', 'rules', 'only by EPUBCheck’s rules', 'EPUBCheck', 'axe'],
    [...groups, ['all', all] as const].map(([category, group]) => [
      category,
      ...counts(group),
      category === 'all' ? '' : rulesOf(group.flatMap(({findings}) => findings)),
      String(group.filter((one) => isOnlyEpubCheck(one)).length || ''),
      toolCount(group, 'EPUBCheck'),
      toolCount(group, 'axe'),
    ]),
  )
}

function byArtifact(all: readonly Studied[]): string {
  const groups = artifacts.map(
    (artifact) => [artifact, all.filter(({mutant}) => mutant.artifact === artifact)] as const,
  )
  return table(
    ['artifact', 'mutants', 'caught', 'missed'],
    groups.filter(([, group]) => group.length > 0).map(([artifact, group]) => [artifact, ...counts(group)]),
  )
}

function counts(group: readonly Studied[]): string[] {
  const caught = group.filter((one) => isCaught(one)).length
  return [String(group.length), String(caught), String(group.length - caught || '')]
}

/** Those that lectern's own comparison says nothing of. */
const isOnlyEpubCheck = (one: Studied) =>
  isCaught(one) && one.findings.every(({reason}) => reason.startsWith('EPUBCheck '))

function toolCount(group: readonly Studied[], tool: ToolName): string {
  const looked = group.flatMap(({others}) => {
    const found = others.get(tool)
    return found ? [found] : []
  })
  return looked.length === 0 ? '–' : `${looked.filter(({length}) => length > 0).length} of ${looked.length}`
}

const rulesOf = (findings: readonly {readonly ruleId: string}[]) =>
  [...new Set(findings.map(({ruleId}) => ruleId))].toSorted().join(', ')

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cellText(cell)).join(' | ')} |`
  return `${[line(head), line(head.map(() => '---')), ...rows.map((row) => line(row))].join('\n')}\n`
}

/** One line, and nothing that Markdown would take for markup. */
const cellText = (text: string) =>
  Array.from(text.replaceAll(/\s+/gu, ' ').replaceAll(/[\p{Cc}\p{Co}\u{FFFC}\u{FFFD}]/gu, '□'))
    .slice(0, 160)
    .join('')
    .replaceAll(/[\\|<>*_`[\]$]/gu, String.raw`\$&`)
