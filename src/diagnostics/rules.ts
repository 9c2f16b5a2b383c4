export interface Rule {
  readonly severity: Severity
  readonly description: string
}

export type Severity = 'error' | 'warn' | 'off'

/** Every diagnostic an author can get, named for the state it asks for. */
export const rules = {
  'alt-text-exists': {severity: 'error', description: 'Each image says in words what it shows.'},
  'artifact-opens': {severity: 'error', description: 'Each finished file can be opened and read.'},
  'attribute-is-known': {severity: 'error', description: 'Each attribute of a construct is one it understands.'},
  'block-is-covered': {severity: 'error', description: 'Each block is in each output its audience names.'},
  'chapter-has-title': {severity: 'error', description: 'Each chapter has a title.'},
  'directive-is-known': {severity: 'error', description: 'Each directive is one of the dialect, and closed.'},
  'emphasis-is-parsed': {severity: 'error', description: 'No literal ** is left in the text.'},
  'epub-is-valid': {severity: 'error', description: 'EPUBCheck finds neither errors nor warnings.'},
  'footnote-is-defined': {severity: 'error', description: 'Each footnote reference has a definition.'},
  'footnote-is-referenced': {severity: 'error', description: 'Each footnote is referenced, so that it is shown.'},
  'front-matter-is-valid': {severity: 'error', description: 'Front matter is YAML with known keys.'},
  'glyph-exists': {severity: 'error', description: 'The fonts of the theme have each character.'},
  'heading-level-increments': {severity: 'warn', description: 'Headings go down one level at a time.'},
  'html-is-safe': {severity: 'warn', description: 'Raw HTML has no scripts, forms or frames.'},
  'identifier-is-ascii': {severity: 'error', description: 'Identifiers are made of ASCII letters, digits, - and _.'},
  'identifier-is-unique': {severity: 'error', description: 'No two things in a course share an identifier.'},
  'image-exists': {severity: 'error', description: 'Each image is a readable file below the course folder.'},
  'link-resolves': {severity: 'error', description: 'Each link inside the course leads somewhere.'},
  'math-renders': {severity: 'error', description: 'Each formula is TeX that MathJax understands.'},
  'no-network-request': {severity: 'error', description: 'Nothing that is built asks the network for anything.'},
  'private-content-stays-private': {severity: 'error', description: 'No student file holds what is for the teacher.'},
  'reference-resolves': {severity: 'error', description: 'Each cross-reference names something that exists.'},
  'slide-fits': {severity: 'error', description: 'No slide overflows.'},
  'solution-has-exercise': {severity: 'error', description: 'Each solution names an exercise.'},
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
