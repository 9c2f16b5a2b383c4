export interface Rule {
  readonly severity: Severity
  readonly description: string
  /**
   * A result with such a problem is not put into its place: it holds private text, reaches the network, cannot be opened, or lost
   * content without a mark. No course can lower it.
   */
  readonly isRefusal?: true
}

export type Severity = 'error' | 'warn' | 'off'

/** Every diagnostic an author can get, named for the state it asks for. */
export const rules = {
  'alt-text-exists': {severity: 'error', description: 'Each image says in words what it shows.'},
  'annotation-matches': {
    severity: 'error',
    description: 'Each annotated line of a listing is explained below it, and each explanation has its line.',
  },
  'artifact-opens': {severity: 'error', isRefusal: true, description: 'Each finished file can be opened and read.'},
  'attribute-is-known': {severity: 'error', description: 'Each attribute of a construct is one it understands.'},
  'audience-exists': {severity: 'error', description: 'Nested conditions leave somebody who sees the block.'},
  'bibliography-is-valid': {severity: 'error', description: 'Bibliography and style are files that can be read.'},
  'block-is-covered': {
    severity: 'error',
    isRefusal: true,
    description: 'Each block is in each output its audience names.',
  },
  'chapter-has-bearable-size': {severity: 'error', description: 'No chapter is longer than a book.'},
  'chapter-has-one-title': {severity: 'warn', description: 'A chapter has one heading of the first rank.'},
  'chapter-has-title': {severity: 'warn', description: 'Each chapter has a title.'},
  'character-is-text': {severity: 'error', description: 'A chapter has no control characters.'},
  'citation-resolves': {severity: 'error', description: 'Each citation names an entry of the bibliography.'},
  'condition-is-stated': {severity: 'error', description: 'Each :::only and :::except says for whom.'},
  'diagram-renders': {
    severity: 'error',
    description: 'Each diagram is text that Mermaid or Graphviz can draw.',
  },
  'directive-is-known': {severity: 'error', description: 'Each directive is one of the dialect, and closed.'},
  'emphasis-is-parsed': {severity: 'error', description: 'No literal ** is left in the text.'},
  'block-is-in-place': {
    severity: 'error',
    description: 'Each block stands in each output where the course has it, and once.',
  },
  'nothing-is-added': {
    severity: 'error',
    description: 'No output says anything that is neither the course’s nor lectern’s own words.',
  },
  'link-keeps-target': {
    severity: 'error',
    description: 'Each link in a finished file leads to something, and a cross-reference to what it names.',
  },
  'file-is-described': {
    severity: 'error',
    description: 'Each finished file has its language, its bookmarks and the alternative texts of its pictures.',
  },
  'page-fits': {
    severity: 'error',
    description: 'No text of the printed book stands outside the type area.',
  },
  'page-number-is-right': {
    severity: 'error',
    description: 'Contents, index and cross-references of the printed book name the pages where things are.',
  },
  'epub-is-valid': {severity: 'error', description: 'EPUBCheck finds neither errors nor warnings.'},
  'fence-is-closed': {severity: 'error', description: 'Each code fence has an end.'},
  'font-has-bold': {
    severity: 'warn',
    description: 'Each family that a course brings for text has a regular and a bold face.',
  },
  'font-is-embedded': {
    severity: 'error',
    description: 'Each face of the theme is in the deck, whole, and the text of PDFs is set in them.',
  },
  'font-is-usable': {
    severity: 'error',
    description:
      'Each font that a course brings can be read and may be embedded, and each family that it asks for is one that it has.',
  },
  'font-is-used': {severity: 'warn', description: 'Each font that a course brings is asked for by a token.'},
  'font-licence-is-open': {
    severity: 'warn',
    description: 'The licence bits of a font allow subsets, and documents that are more than looked at and printed.',
  },
  'footnote-is-defined': {severity: 'error', description: 'Each footnote reference has a definition.'},
  'footnote-is-referenced': {severity: 'error', description: 'Each footnote is referenced, so that it is shown.'},
  'footnote-is-unique': {severity: 'error', description: 'No two footnotes of a chapter have the same name.'},
  'formula-is-whole': {
    severity: 'error',
    description: 'Each formula of the e-book is what its TeX says.',
  },
  'front-matter-is-valid': {severity: 'error', description: 'Front matter is YAML with known keys.'},
  'glyph-exists': {severity: 'error', description: 'The fonts of the theme have each character.'},
  'front-matter-key-is-known': {severity: 'warn', description: 'Front matter has keys that lectern knows.'},
  'heading-has-text': {severity: 'warn', description: 'No heading is empty.'},
  'heading-level-increments': {severity: 'warn', description: 'Headings go down one level at a time.'},
  'html-is-safe': {
    severity: 'warn',
    description:
      'Raw HTML has no scripts, forms or frames, a drawing nothing but shapes, text and their look, and a formula nothing but its signs.',
  },
  'identifier-is-ascii': {severity: 'error', description: 'Identifiers are made of ASCII letters, digits, - and _.'},
  'identifier-is-unique': {severity: 'error', description: 'No two things in a course share an identifier.'},
  'image-has-bearable-size': {
    severity: 'error',
    description:
      'No image has more bytes, pixels or elements than browsers and readers can show; docs/limits.md has the numbers.',
  },
  'image-exists': {severity: 'error', description: 'Each image is a file below the course folder.'},
  'image-is-fetched': {
    severity: 'error',
    description:
      'With --fetch-images: each image of the web can be downloaded, and is the one that images.lock.json records.',
  },
  'image-is-local': {
    severity: 'error',
    description:
      'Each image is a file, or was downloaded with --fetch-images: no other build asks the network for any.',
  },
  'image-is-readable': {severity: 'error', description: 'Each image has a format that every output can show.'},
  'image-name-matches': {
    severity: 'error',
    description: 'The name of an image is written as the file is, capitals too.',
  },
  'include-resolves': {
    severity: 'error',
    description: 'Each include names a file, and lines, below the course folder.',
  },
  'language-is-known': {severity: 'warn', description: 'The language of a listing is one that can be highlighted.'},
  'listing-has-bearable-size': {
    severity: 'warn',
    description: 'No listing, and no line of one, is too long to be highlighted.',
  },
  'lecture-fits-time': {severity: 'warn', description: 'A lecture takes the minutes that the plan gives it.'},
  'line-exists': {severity: 'error', description: 'Lines that a listing brings out are among its lines.'},
  'link-resolves': {severity: 'error', description: 'Each link inside the course leads somewhere.'},
  'link-responds': {severity: 'warn', description: 'With --check-links: each external link answers.'},
  'markup-is-read': {
    severity: 'warn',
    description: 'No finished file shows the markup of a chapter as it was typed; checked without a parser.',
  },
  'math-renders': {severity: 'error', description: 'Each formula is TeX that MathJax understands.'},
  'nesting-is-shallow': {
    severity: 'error',
    description: 'Nothing is nested deeper than readers and browsers can follow.',
  },
  'no-network-request': {
    severity: 'error',
    isRefusal: true,
    description: 'Nothing that is built asks the network for anything.',
  },
  'nothing-runs': {
    severity: 'error',
    isRefusal: true,
    description: 'No finished file runs anything but lectern’s own scripts, or has a link that would.',
  },
  'objective-is-covered': {severity: 'warn', description: 'With a syllabus: each objective is taught by a section.'},
  'objective-is-exercised': {
    severity: 'warn',
    description: 'With a syllabus: each objective is tested by an exercise.',
  },
  'objective-is-known': {
    severity: 'error',
    description: 'What a heading teaches or an exercise tests is an objective.',
  },
  'paragraph-has-bearable-size': {
    severity: 'error',
    description: 'No paragraph is so long that a parser could not read it in time.',
  },
  'pdf-is-accessible': {
    severity: 'error',
    description: 'Each PDF meets what of PDF/UA-1 a program can tell; docs/pdf-ua.md lists the conditions.',
  },
  'private-content-stays-private': {
    severity: 'error',
    isRefusal: true,
    description: 'No student file holds what is for the teacher.',
  },
  'quiz-has-answer': {severity: 'error', description: 'Each quiz has choices, at least one of them ticked.'},
  'reference-resolves': {severity: 'error', description: 'Each cross-reference names something that exists.'},
  'slide-fits': {severity: 'error', description: 'No slide overflows.'},
  'slide-is-readable': {
    severity: 'error',
    description: 'No text on a slide is too small or too faint for the back of a room.',
  },
  'slide-layout-fits': {severity: 'warn', description: 'A slide has the layout that its author asked for.'},
  'solution-has-exercise': {severity: 'error', description: 'Each solution names an exercise.'},
  'suppression-is-used': {severity: 'warn', description: 'Each comment that silences a rule silences something.'},
  'suppression-is-valid': {
    severity: 'error',
    description: 'A comment that silences a rule names it, and gives a reason.',
  },
  'syntax-is-known': {
    severity: 'warn',
    description: 'No construct of another tool stands in the text as it is typed.',
  },
  'table-fits': {
    severity: 'warn',
    description: 'The columns of each table fit side by side on a page; those that do not are shown as several tables.',
  },
  'table-row-fits': {
    severity: 'error',
    description: 'Each row of a table has as many cells as its header.',
  },
  'term-is-explained': {severity: 'warn', description: 'With a glossary: each :term[…] is in it.'},
  'text-is-kept': {
    severity: 'warn',
    description: 'Each sentence of a chapter is in one of the finished files; looked for without a parser.',
  },
  'theme-has-contrast': {severity: 'error', description: 'Colours of the theme can be told apart where they meet.'},
  'theme-is-valid': {severity: 'error', description: 'A theme of the course’s own, and its tokens, can be used.'},
  'topic-is-covered': {severity: 'warn', description: 'Each topic of the syllabus is covered by a chapter.'},
  'topic-is-known': {severity: 'error', description: 'Each topic that a chapter covers is in the syllabus.'},
  'url-is-safe': {
    severity: 'error',
    description:
      'Each address that a link leads to is one of the web, of mail or of a telephone, or inside the course.',
  },
  'variable-is-defined': {severity: 'error', description: 'Each variable is defined in course.yml.'},
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules

export const isRefusal = (id: string | undefined): boolean =>
  id !== undefined && Object.hasOwn(rules, id) && 'isRefusal' in rules[id as RuleId]

export const ruleIds = Object.keys(rules) as readonly RuleId[]
