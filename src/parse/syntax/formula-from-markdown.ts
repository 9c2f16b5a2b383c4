import type {CompileContext, Extension, Handle} from 'mdast-util-from-markdown'
import {identifierOf, noAttributes, readAttributes} from '../attributes.ts'

/** Turns the tokens of `formulaSyntax` into `math` and `inlineMath` nodes, as remark-math names them. */
export function formulaFromMarkdown(): Extension {
  return {
    enter: {
      formula(token) {
        this.enter({type: 'math', value: ''}, token)
        this.buffer()
      },
      inlineFormula(token) {
        this.enter({type: 'inlineMath', value: ''}, token)
        this.buffer()
      },
    },
    exit: {
      formula: exitFormula,
      formulaAttributes(token) {
        const formula = this.stack.findLast((node) => node.type === 'math')
        if (formula) formula.data = {attributes: readAttributes(this.sliceSerialize(token).slice(1, -1))}
      },
      formulaLabel(token) {
        const formula = this.stack.findLast((node) => node.type === 'math')
        const id = identifierOf(this.sliceSerialize(token).slice(1, -1))
        if (formula) formula.data = {attributes: {...noAttributes, id}}
      },
      formulaData: addData,
      inlineFormula: exitFormula,
    },
  }
}

const exitFormula: Handle = function (this: CompileContext, token) {
  const value = this.resume()
  const node = this.stack.at(-1)
  if (node?.type === 'math' || node?.type === 'inlineMath') node.value = value.trim()
  this.exit(token)
}

const addData: Handle = function (this: CompileContext, token) {
  this.config.enter['data']?.call(this, token)
  this.config.exit['data']?.call(this, token)
}
