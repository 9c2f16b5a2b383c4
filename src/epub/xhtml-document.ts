import type {ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import type {Course} from '../model/course.ts'

/** An XHTML document of the book. `data-*` goes: ids are enough in a file of its own. */
export function xhtmlDocument(course: Course, title: string, body: ElementContent[]): Root {
  for (const child of body) stripData(child)
  return {
    type: 'root',
    children: [
      h('html', {'xmlns:epub': 'http://www.idpf.org/2007/ops', lang: course.language}, [
        h('head', [h('title', title), h('link', {rel: 'stylesheet', href: 'style.css'})]),
        h('body', body),
      ]),
    ],
  }
}

function stripData(node: ElementContent): void {
  if (node.type !== 'element') return
  delete node.properties['dataBlock']
  for (const child of node.children) stripData(child)
}
