import {bookPath, unzipBook, zipBook} from './markup.ts'
import {defect, mutantsOf, type ArtifactName, type Defect, type Files, type Mutation} from './mutant.ts'
import {pdfPaths} from './pdf-objects.ts'

type Damage = (bytes: Uint8Array) => Uint8Array

const emptied: Damage = () => new Uint8Array()
const half: Damage = (bytes) => bytes.slice(0, Math.floor(bytes.length / 2))

const ofFile =
  (name: string, damage: Damage) =>
  (files: Files): Mutation => ({
    victim: name,
    changes: new Map([[name, damage(files.get(name) ?? new Uint8Array())]]),
  })

const ofEntry =
  (name: string, damage: Damage) =>
  (files: Files): Mutation => {
    const entries = unzipBook(files)
    const changed = {...entries, [name]: damage(entries[name] ?? new Uint8Array())}
    return {victim: name, changes: new Map([[bookPath, zipBook(changed)]])}
  }

const files: readonly (readonly [ArtifactName, string])[] = [
  ['deck', 'deck/index.html'],
  ['deck', 'deck/02-history.html'],
  ['deck', 'deck/assets/theme.css'],
  ['epub', bookPath],
  ['pdf', pdfPaths.pdf],
  ['slides', pdfPaths.slides],
  ['handout', pdfPaths.handout],
  ['teacher handout', pdfPaths['teacher handout']],
  ['site', 'index.html'],
  ['coverage', 'coverage/index.html'],
  ['coverage', 'coverage/coverage.json'],
]

const defectsOf = (damage: Damage): Defect[] => [
  ...files.map(([artifact, name]) => defect(artifact, name, ofFile(name, damage))),
  defect('epub', 'a chapter inside', ofEntry('EPUB/chapter-02.xhtml', damage)),
  defect('epub', 'the style sheet inside', ofEntry('EPUB/style.css', damage)),
]

export const emptyFile = mutantsOf('empty-file', 'an empty file', defectsOf(emptied))
export const truncatedFile = mutantsOf('truncated-file', 'a file cut off in the middle', defectsOf(half))
