import type {Condition} from '../../src/coverage/pdf/accessibility/condition.ts'
import {conditions} from '../../src/coverage/pdf/accessibility/conditions.ts'

/** Titles of the protocol's checkpoints, from the first. */
const checkpoints = `
  Real content tagged, Role mapping, Flickering, Colour and contrast, Sound, Metadata, Dictionary,
  OCR validation, Appropriate tags, Character mappings, Declared natural language,
  Stretchable characters, Graphics, Headings, Tables, Lists, Mathematical expressions,
  Page headers and footers, Notes and references, Optional content, Embedded files, Article threads,
  Digital signatures, Non-interactive forms, XFA, Security, Navigation, Annotations, Actions, XObjects,
  Fonts`
  .trim()
  .split(/,\s+/u)

const isOwn = ({id}: Condition) => id.startsWith('x-')

/** docs/pdf-ua.md: what is looked at in each finished PDF, and what is left and why. */
export function pdfUaPage(): string {
  const ofProtocol = conditions.filter((condition) => !isOwn(condition))
  const count = (kind: Condition['kind']) => ofProtocol.filter((condition) => condition.kind === kind).length
  const sections = checkpoints.map((title, index) => {
    const number = String(index + 1).padStart(2, '0')
    return section(
      `${number} ${title}`,
      ofProtocol.filter(({id}) => id.startsWith(`${number}-`)),
    )
  })
  return [
    introduction({
      all: ofProtocol.length,
      checked: count('checked'),
      person: count('needs a person'),
      left: count('not applicable to what lectern writes'),
    }),
    ...sections,
    section(
      'lectern’s own',
      conditions.filter((condition) => isOwn(condition)),
    ),
  ].join('\n')
}

const introduction = (numbers: Readonly<Record<'all' | 'checked' | 'person' | 'left', number>>) => `# PDF/UA

Finished PDFs are read back and judged by PDF/UA-1 (ISO 14289-1:2014), the standard of accessible PDF, condition by condition of
the [Matterhorn Protocol 1.1](https://pdfa.org/resource/the-matterhorn-protocol/) (PDF Association, 2021, CC BY 4.0; the
sentences here are ours). It has ${numbers.all} indices, one more than the 136 that its introduction counts, since 1.1 added 13-008:

| | |
| --- | --- |
| checked | ${numbers.checked} |
| needs a person | ${numbers.person} |
| not applicable to what lectern writes | ${numbers.left} |

Of the 87 that the protocol calls fit for a program, three are not checked: 31-012, 31-013 and 31-022, on kinds of fonts that lectern
does not write. Scripts, media, other kinds of fonts and the like, for which conditions are left because lectern writes no such
thing, are reported by lectern’s own conditions at the end, so that nothing passes because nobody looked.

The checker (\`src/coverage/pdf/check-pdf-accessibility.ts\`) shares nothing with what writes the PDFs. For each condition that it
checks, a test spoils a well-formed file in that one point and asks for that one condition. It is not a validator that anybody
has certified: where the words of the protocol leave room, the note says how they are read, mostly as
[veraPDF](https://verapdf.org) does. Indices and clauses were taken from two public transcripts of the protocol that agree, and
from veraPDF’s profile; the text of ISO 14289-1 was not at hand. Files do not claim to be PDF/UA.

This page is written by \`npm run docs\`.
`

function section(title: string, rows: readonly Condition[]): string {
  const lines = rows.map((row) => `| ${row.id} | ${row.clause} | ${cell(row.english)} | ${treatment(row)} |`)
  return [`## ${title}\n`, '| condition | clause | fails when | |', '| --- | --- | --- | --- |', ...lines, ''].join(
    '\n',
  )
}

function treatment(condition: Condition): string {
  if (condition.kind === 'checked') return condition.note ? `**checked.** ${cell(condition.note)}` : '**checked**'
  return `${condition.kind}: ${cell(condition.why)}`
}

const cell = (text: string) => text.replaceAll('|', String.raw`\|`)
