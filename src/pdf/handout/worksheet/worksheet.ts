import type {Element} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {append} from '../../../model/append.ts'
import type {Block} from '../../../model/block.ts'
import {selectBlocks} from '../../../model/select-blocks.ts'
import type {Handout, HandoutPages} from '../handout.ts'
import {renderTitle} from '../render-title.ts'
import {chooseBlanks, markedWords} from './choose-blanks.ts'
import {collectWorksheet, isFor, type WorksheetChapter} from './collect-worksheet.ts'
import {fillBlanks} from './fill-blanks.ts'
import {renderChapter, type WorksheetHandout} from './render-worksheet.ts'

/**
 * Key sentences with blanks, and the exercises with space for the answer; for the teacher with the words, which are those of
 * the student's, and the solutions.
 */
export function worksheetPages(handout: Handout): HandoutPages {
  const {edition} = handout.deck
  const all = collectWorksheet(handout.deck, handout.course)
  const words = settleBlanks(asStudentsSee(all), handout)
  const body = renderWith(all, words, {...handout, blanks: edition === 'teacher' ? 'filled' : 'empty'})
  return {orientation: 'portrait', css: '', body}
}

function renderWith(
  chapters: readonly WorksheetChapter[],
  words: readonly string[],
  handout: WorksheetHandout,
): Element[] {
  return chapters.map((chapter) =>
    renderChapter(
      {
        ...chapter,
        parts: chapter.parts.map((part) => ({
          ...part,
          sentences: part.sentences.map((sentence) => fillBlanks(sentence, words, handout.blanks)),
        })),
      },
      handout,
    ),
  )
}

/** What of a worksheet is not for the teacher alone. */
function asStudentsSee(chapters: readonly WorksheetChapter[]): WorksheetChapter[] {
  const isPublic = ({audience}: Block) => isFor(audience, 'student')
  return chapters
    .filter(({chapter}) => isFor(chapter.audience, 'student'))
    .map(({chapter, parts}) => ({
      chapter,
      parts: parts.map((part) => ({
        ...part,
        sentences: selectBlocks(part.sentences, isPublic),
        exercises: part.exercises.flatMap(({exercise}) =>
          selectBlocks([exercise], isPublic).map(() => ({exercise, solutions: []})),
        ),
      })),
    }))
}

/**
 * The words that can be asked for: none stands anywhere else in the student's worksheet, be it in a heading, an exercise or
 * the name of a link. That is looked up in the worksheet itself, since no rule on the source could say all that is in it.
 */
function settleBlanks(chapters: readonly WorksheetChapter[], handout: Handout): string[] {
  const sentences = chapters.flatMap(({parts}) => parts.flatMap((part) => part.sentences))
  const marked = chapters.flatMap(({chapter}) => markedWords(chapter))
  let words = chooseBlanks(sentences, marked)
  for (;;) {
    const body = renderWith(chapters, words, {...handout.afresh(), blanks: 'empty'})
    const text = everythingIn([renderTitle(handout), ...body])
    const kept = words.filter((word) => !text.includes(asCompared(word)))
    if (kept.length === words.length) return words
    words = kept
  }
}

/** All that a page says or carries: its text without white space, and its attributes. */
function everythingIn(body: readonly Element[]): string {
  const attributes: string[] = []
  for (const element of body) {
    visit(element, 'element', ({properties}) => {
      append(
        attributes,
        Object.values(properties).map((value) => (Array.isArray(value) ? value.join(' ') : String(value))),
      )
    })
  }
  return asCompared([...body.map((element) => toString(element)), ...attributes].join('\n'))
}

const asCompared = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase()
