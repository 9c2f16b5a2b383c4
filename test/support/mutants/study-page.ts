import type {ArtifactName} from './mutant.ts'
import {toolNames, type ToolFindings, type ToolName} from './other-tools.ts'
import type {Outcome} from './run-mutant.ts'

export interface Studied extends Outcome {
  readonly others: ToolFindings
}

type Missed = Readonly<Record<string, string>>

const introduction = `# Mutation study

Does reading the finished files back find what is wrong in them? The course of the first three chapters of the bundled one is built, and
then spoiled by a script behind the writers' back: each **mutant** is one defect in one finished file (a block gone, two cells
swapped, a note for the teacher in a comment, a page turned, a slide that runs over …), read back as \`lectern verify\` does. Which
block, which cell, which page is chosen by a seed: the same seed gives the same mutants and the same tables.

A mutant is **caught** when there is at least one finding at a rule that is an error. It counts for nothing otherwise: before the study the files
as they are, and once more as its tools pack and save them, are read back, and any finding stops it. A mutant that changes no byte
is an error, too.

\`npm run mutation-study\` prints the first table and fails when one is missed that is not on the list of those
(test/support/mutants/missed-today.ts), or found though it is on it; with \`-- --write\` other tools look at the mutants as well, and this page is
written. \`npm run mutation-study -- epub pdf\` makes those of some artifacts only. CI makes one or two of each category.

**Other tools.** lectern's own check runs EPUBCheck's rules in TypeScript: the table counts the mutants that they find, and those that nothing
else in it finds. For the four tools after that, “3 of 4” means: of four mutants that the tool looked at it has something to say of three; “–”: it did
not look at any, since it reads no such files or was not run. EPUBCheck is the Java one, 5.3, and html-validate is its recommended set, both on every
mutant of the e-book; Ace looks at the first of each category; axe at the slides that differ, at the home page and at the report. What says
anything of the files without a defect stops the study. qpdf and veraPDF do not run here; the PDFs have [a checker of their own](pdf-ua.md).
`

const artifacts: readonly ArtifactName[] = [
  'deck',
  'epub',
  'pdf',
  'slides',
  'handout',
  'slides alone',
  'handout alone',
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
    '## By category and artifact\n',
    byCategory(all),
    '## By artifact\n',
    byArtifact(all),
    '## Missed, and what a check would have to look at\n',
    ...(missed.length === 0 ? ['None.\n'] : []),
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

/** A row for each category and artifact, and the sum. */
function byCategory(all: readonly Studied[]): string {
  const groups = [...Map.groupBy(all, ({mutant}) => `${mutant.category}\n${mutant.artifact}`)]
  return table(
    ['category', 'artifact', 'mutants', 'caught', 'missed', 'rules', 'EPUBCheck’s rules', 'those alone', ...toolNames],
    [...groups, ['all\n', all] as const].map(([name, group]) => [
      ...name.split('\n'),
      ...counts(group),
      name === 'all\n' ? '' : rulesOf(group.flatMap(({findings}) => findings)),
      String(group.filter((one) => one.findings.some((finding) => isEpubCheck(finding))).length || ''),
      String(group.filter((one) => isOnlyEpubCheck(one)).length || ''),
      ...toolNames.map((tool) => toolCount(group, tool)),
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

const isEpubCheck = ({reason}: {readonly reason: string}) => reason.startsWith('EPUBCheck ')

/** Those that lectern's own comparison says nothing of. */
const isOnlyEpubCheck = (one: Studied) => isCaught(one) && one.findings.every((finding) => isEpubCheck(finding))

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
