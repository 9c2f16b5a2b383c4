import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import {hasClass, readHastText} from '../observers/read-hast-text.ts'
import {normalizeText} from '../normalize-text.ts'

/**
 * What stands beside slides: the blocks of a reading text in the order of the course, each once, and no text twice in it; notes in
 * the order of the course from slide to slide.
 */
export function checkAsides(tree: Root, units: readonly ContentUnit[]): ArtifactProblem[] {
  const places = new Map(units.map(({id}, index) => [id, index]))
  const kinds = new Map(units.map(({id, kind}) => [id, kind]))
  const rank = (id: string) => (kinds.get(id) === 'footnote' ? undefined : places.get(id))
  const problems: ArtifactProblem[] = []
  let lastNote = -1
  visit(tree, 'element', (element) => {
    if (hasClass(element, 'reading-text')) {
      append(problems, [...checkBlocks(blocksIn(element), rank), ...checkLoose(element)])
    }
    if (!hasClass(element, 'notes-text')) return
    const ids = blocksIn(element).map(({id}) => id)
    for (const id of ids) {
      const place = rank(id) ?? lastNote
      if (place < lastNote) problems.push(misplaced('备注不在它的幻灯片旁 / Notes beside another slide', id))
      lastNote = Math.max(lastNote, place)
    }
  })
  return problems
}

/** Beside its title a reading text is made of blocks. */
function checkLoose({children}: Element): ArtifactProblem[] {
  return children.flatMap((child): ArtifactProblem[] => {
    if (child.type !== 'element' || hasClass(child, 'reading-title')) return []
    const isBlock = 'dataBlock' in child.properties || blocksIn(child).length > 0
    const text = normalizeText(readHastText(child))
    if (isBlock || text === '') return []
    const reason = `阅读文本多出内容 / Unexpected content in a reading text: “${text.slice(0, 60)}”`
    return [{ruleId: 'nothing-is-added', reason}]
  })
}

interface AsideBlock {
  readonly id: string
  readonly text: string
}

function checkBlocks(blocks: readonly AsideBlock[], rank: (id: string) => number | undefined): ArtifactProblem[] {
  const seen = new Set<string>()
  let last = -1
  return blocks.flatMap(({id, text}) => {
    const place = rank(id) ?? last
    const isLate = place < last
    last = Math.max(last, place)
    if (isLate) return [misplaced('阅读文本的次序不对 / The reading text is out of order', id)]
    const key = `${id} ${text}`
    const isCopy = seen.has(key)
    seen.add(key)
    return isCopy ? [misplaced('阅读文本里有重复 / The same block twice in a reading text', id)] : []
  })
}

const misplaced = (reason: string, unit: string): ArtifactProblem => ({ruleId: 'block-is-in-place', reason, unit})

function blocksIn(aside: Element): AsideBlock[] {
  const found: AsideBlock[] = []
  visit(aside, 'element', (element) => {
    const id = element.properties['dataBlock']
    if (typeof id === 'string') found.push({id, text: normalizeText(readHastText(element))})
  })
  return found
}
