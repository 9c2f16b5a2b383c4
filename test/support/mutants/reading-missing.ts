import type {Choose} from './chooser.ts'
import {hasClass, inside, tag, withClass} from './kinds.ts'
import {onElement, onPieces, openDeck, openDeckPages, openFiles, type Edit, type Wanted} from './markup.ts'
import {defect, mutantsOf, several, type Files, type Mutation} from './mutant.ts'
import {erase, nameOf, paragraphsOf, tagsIn, textOf} from './pdf-edits.ts'
import {pdfPaths} from './pdf-objects.ts'
import {onPdf} from './pdf.ts'

const drop = () => ''
const reading: Wanted = (element) => hasClass(element, 'reading-text')
const notes: Wanted = (element) => hasClass(element, 'notes-text')
const teacher = openDeck('teacher/deck/')
const script = openFiles((name) => name === 'deck/assets/deck.js')
const css = openFiles((name) => name === 'deck/assets/theme.css')

const noAsides: Edit = (source) => source.replaceAll(/<aside class="notes">[\s\S]*?<\/aside>/gu, '')
const noPanel: Edit = (source) => source.replace(/function readingPanel\([^)]*\)\s*\{/u, (head) => `${head} return;`)

/** What follows the heading of a slide's reading text. */
const fromHandout = onPdf(pdfPaths.handout, (pdf, choose) => {
  const first = choose(tagsIn(pdf, (one) => one.name === 'P' && textOf(one) === '阅读文本'))
  const siblings = first.parent?.children ?? []
  const after = siblings.slice(siblings.indexOf(first))
  const text = after.map((one) => textOf(one)).join('')
  for (const one of after) erase(one)
  return text.slice(0, 60)
})

export const readingMissing = mutantsOf('reading-missing', 'a reading text missing', [
  several(2, defect('deck', 'of a slide', onElement(openDeck(), reading, drop))),
  defect('deck', 'of all slides', onPieces(openDeck(), noAsides)),
  defect('deck', 'the key that shows it does nothing', onPieces(script, noPanel)),
  defect('handout', 'of a slide', fromHandout),
])

const notesText = /<div class="notes-text">[\s\S]*?<\/div><\/div>/gu
const noNotes: Edit = (source) => source.replaceAll(notesText, '')

const elsewhere = (files: Files, choose: Choose): Mutation => {
  const markup = teacher(files)
  const withNotes = [...markup.pieces].filter(([, source]) => source.includes('notes-text'))
  const [from, source] = choose(withNotes)
  const [to] = choose(withNotes.filter(([id]) => id !== from))
  const [moved = ''] = source.match(notesText) ?? []
  const edits = new Map<string, Edit>([
    [from, (html) => html.replace(moved, '')],
    [to, (html) => html.replace('<div class="notes-text">', () => `${moved}<div class="notes-text">`)],
  ])
  return {victim: `${from} to ${to}`, changes: markup.write(edits)}
}

/** A paragraph that speaks of the class. */
const noteOfHandout = onPdf(pdfPaths['teacher handout'], (pdf, choose) => {
  const one = choose(paragraphsOf(pdf, 30).filter((paragraph) => textOf(paragraph).includes('请学生')))
  const name = nameOf(one)
  erase(one)
  return name
})

export const teacherNotesMissing = mutantsOf('teacher-notes-missing', 'the notes missing from a teacher’s file', [
  several(2, defect('teacher deck', 'of a slide', onElement(teacher, notes, drop))),
  defect('teacher deck', 'of all slides', onPieces(openDeckPages('teacher/deck/'), noNotes)),
  defect('teacher deck', 'the minutes of a note', onElement(teacher, withClass('notes-minutes'), drop)),
  defect('teacher deck', 'on another slide', elsewhere),
  several(2, defect('teacher handout', 'of a slide', noteOfHandout)),
])

const items = inside('slide', ['ul', 'ol'], tag('li'))
const step =
  (names: string, style = ''): Edit =>
  (source) =>
    source.replace('<li', `<li class="fragment ${names}"${style ? ` style="${style}"` : ''}`)
const hiddenStyle = 'opacity: 0 !important; visibility: hidden !important'
const dimmed: Edit = (source) => `${source}\n.slide pre .line { opacity: .05 !important; }\n`
const never: Edit = (source) => `${source}\n.reveal .fragment.visible { opacity: 0 !important; }\n`

const byStyleSheet = (files: Files, choose: Choose): Mutation => {
  const mutation = onElement(openDeck(), items, step(''))(files, choose)
  const hidden = onPieces(css, never)(files)
  return {victim: mutation.victim, changes: new Map([...mutation.changes, ...hidden.changes])}
}

export const fragmentNeverShown = mutantsOf('fragment-never-shown', 'a step that is never shown, or does not stay', [
  defect('deck', 'hidden in all steps', onElement(openDeck(), items, step('', hiddenStyle))),
  defect('deck', 'that goes out', onElement(openDeck(), items, step('fade-out'))),
  defect('deck', 'that is there for one step only', onElement(openDeck(), items, step('current-visible'))),
  defect('deck', 'by the style sheet', byStyleSheet),
  defect('deck', 'code whose lines stay dimmed', onPieces(css, dimmed)),
])
