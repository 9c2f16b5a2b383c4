import {toString} from 'hast-util-to-string'
import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {hideBlankEdges} from '../../src/html/slide/hide-blank-edges.ts'

const listing = (code: string) =>
  h('div', [
    h('pre', [
      h(
        'code',
        code.split('\n').flatMap((line, index) => [...(index > 0 ? ['\n'] : []), h('span', {className: 'line'}, line)]),
      ),
    ]),
  ])

test('blank lines at the edges of a piece are hidden, those inside are not, and the code keeps all', () => {
  const code = '\n\na\n\nb\n\n'
  const element = listing(code)
  hideBlankEdges(element)
  expect(toString(element)).toBe(code)
  const edges: string[] = []
  const shown: string[] = []
  const [pre] = element.children
  const inner = pre?.type === 'element' && pre.children[0]?.type === 'element' ? pre.children[0].children : []
  for (const child of inner) {
    const isEdge = child.type === 'element' && JSON.stringify(child.properties).includes('blank-edge')
    ;(isEdge ? edges : shown).push(
      child.type === 'element' ? toString(child) : child.type === 'text' ? child.value : '',
    )
  }
  expect(edges).toEqual(['\n\n', '\n\n'])
  expect(shown.join('')).toBe('a\n\nb')
})

test('a piece of blank lines alone stays as it is', () => {
  const element = listing('\n')
  hideBlankEdges(element)
  expect(JSON.stringify(element)).not.toContain('blank-edge')
})
