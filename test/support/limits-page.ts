import {limits, type Limit} from '../../src/diagnostics/limits.ts'

const introduction = `# Limits

No course keeps a machine busy for ever. What a course may have is counted before anything works on it, and engines that other people
wrote work where they can be stopped: Graphviz, MathJax, citeproc, HarfBuzz for fonts of the course and the reader of BibTeX in threads, Mermaid in a page of the browser.
An interrupt stops them too. What is over a limit is a message with its place, by the rule that the table names; the rest of the
course is built as far as it can be.

Counts, depths and sizes do not depend on the machine: what is over them is so everywhere. Seconds are for what no count foresees.
All limits are far above what books have. They cannot be changed. This page is written by \`npm run docs\`.

| at most | of | why | rule |
| --- | --- | --- | --- |
`

/** docs/limits.md: each limit with its reason. */
export function limitsPage(): string {
  return (
    introduction +
    Object.values(limits)
      .map((limit) => row(limit))
      .join('')
  )
}

const row = ({most, of, rule, unit, why}: Limit) =>
  `| ${most.toLocaleString('en-US')} ${unit} | ${of} | ${why} | [${rule}](rules.md) |\n`
