import type {CompileContext, Extension, Handle} from 'mdast-util-from-markdown'
import '../../model/mdast.ts'

/**
 * Marks code and containers that lack their closing fence: the parser ends them silently with what they stand in, and
 * the tree does not tell.
 */
export function fencesFromMarkdown(): Extension {
  return {
    exit: {
      codeFencedFenceSequence: markFence('code'),
      directiveContainerSequence: markFence('containerDirective'),
    },
  }
}

const markFence = (type: 'code' | 'containerDirective'): Handle =>
  function (this: CompileContext, token) {
    const node = this.stack.findLast((open) => open.type === type)
    if (node?.data?.unclosed) delete node.data
    else if (node) node.data = {unclosed: this.sliceSerialize(token).replaceAll(/[^`~:]/gu, '')}
  }
