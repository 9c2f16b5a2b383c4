import {existsSync, readFileSync} from 'node:fs'
import {ruleIds, rules, type RuleId} from '../../src/diagnostics/rules.ts'

const introduction = `# Rules

Every diagnostic has a rule, named for the state it asks for. A course sets the severity of those that can be changed in
\`course.yml\`, and excuses one place with a comment that gives a reason:

\`\`\`yaml
rules: {heading-level-increments: 'off', topic-is-covered: error}
\`\`\`

\`\`\`md
<!-- lectern-disable alt-text-exists -- an ornament that says nothing -->
\`\`\`

Rules marked * keep a result from its place and cannot be lowered. This page is written by \`npm run docs\` from the
registry and from the fixtures that test each rule.
`

/** docs/rules.md: each rule with what breaks it, and what is said then. */
export function rulesPage(): string {
  return [introduction, ...ruleIds.map((id) => ruleSection(id))].join('\n')
}

function ruleSection(id: RuleId): string {
  const rule = rules[id]
  const promise = 'isRefusal' in rule ? ' *' : ''
  return [`## ${id}${promise}\n`, `${rule.severity}. ${rule.description}\n`, ...example(id)].join('\n')
}

function example(id: RuleId): string[] {
  const folder = `test/fixtures/rules/${id}`
  if (!existsSync(folder)) return []
  const source = readFileSync(`${folder}/error.md`, 'utf8')
  // Inputs made to be enormous say nothing to a reader.
  if (/.{200}|\p{Cc}(?<!\n)/u.test(source)) return []
  const report = readFileSync(`${folder}/report.txt`, 'utf8')
  return [fence(source, 'md'), fence(report, 'text')]
}

function fence(text: string, language: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([ticks]) => ticks.length))
  const marks = '`'.repeat(longest + 1)
  return `${marks}${language}\n${text.trimEnd()}\n${marks}\n`
}
