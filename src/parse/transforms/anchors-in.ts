import type {Nodes, Properties} from 'hast'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'

/** Names of the places that HTML marks: `id`, and `name` of `<a>`. */
export function anchorsIn(fragment: Nodes): string[] {
  const names: string[] = []
  visit(fragment, 'element', ({properties, tagName}) => {
    append(names, anchorsOf(tagName, properties))
  })
  return names
}

function anchorsOf(tagName: string, {id, name}: Properties): string[] {
  const names = [id, tagName === 'a' ? name : undefined]
  return [...new Set(names.filter((one): one is string => typeof one === 'string' && one !== ''))]
}
