import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {normalizeText} from '../normalize-text.ts'
import {hasClass} from '../observers/read-hast-text.ts'
import {checkNoteNumbers, type NoteNumber} from '../notes/check-note-numbers.ts'

/** The notes of a page of the deck: each mark and each note has its number, and what a slide refers to stands at its foot, whole. */
export function checkNotes(tree: Root, course: Course): ArtifactProblem[] {
  const problems: ArtifactProblem[] = []
  visit(tree, 'element', (section) => {
    if (section.tagName === 'section') append(problems, checkFoot(section, course))
  })
  return [...checkNoteNumbers(notesIn(tree), course), ...problems]
}

function notesIn(tree: Root): NoteNumber[] {
  const found: NoteNumber[] = []
  visit(tree, 'element', (element) => {
    const inside = element.children.filter((child) => child.type === 'element')
    if (hasClass(element, 'note-reference')) {
      for (const link of inside) found.push({id: targetOf(link), number: toString(link)})
    }
    if (hasClass(element, 'footnote') && typeof element.properties['id'] === 'string') {
      const number = inside.find((child) => hasClass(child, 'footnote-number'))
      found.push({id: element.properties['id'], number: number ? toString(number) : ''})
    }
  })
  return found
}

const targetOf = ({properties}: Element) => (properties['href'] ?? '').replace(/^.*#\/?/u, '')

/** Of numbered works, whose mark says too little: each that the slide's box cites is at its foot, by its mark and its short name. */
function checkFoot(section: Element, {references}: Course): ArtifactProblem[] {
  const byId = new Map(Array.from(references.values(), (reference) => [reference.id, reference]))
  const cited = new Set<string>()
  const told = new Map<string, string>()
  const read = (element: Element): void => {
    if (element.tagName === 'aside') return
    const {dataNote} = element.properties
    if (typeof dataNote === 'string') told.set(dataNote, normalizeText(toString(element)))
    else if (element.tagName === 'a') cited.add(targetOf(element))
    for (const child of element.children) if (child.type === 'element') read(child)
  }
  read(section)
  const place = section.properties['id'] ?? ''
  return [...new Set([...cited, ...told.keys()])].flatMap((id): ArtifactProblem[] => {
    const {label = '', short = ''} = byId.get(id) ?? {}
    const expected = normalizeText(label + short)
    if (!short || !label.startsWith('[') || told.get(id) === expected) return []
    const reason = `${place}: 页脚的出处应为 / The foot should say “${expected}”: “${told.get(id) ?? ''}”`
    return [{ruleId: 'block-is-covered', reason}]
  })
}
