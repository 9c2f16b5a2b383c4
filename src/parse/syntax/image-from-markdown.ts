import type {Extension} from 'mdast-util-from-markdown'
import type {Paragraph} from 'mdast'

/**
 * Keeps what stands in the brackets of an image as inline content, where it is read like any other: mdast has but its text. It is in
 * the tree, as children that an image has until it is known whether they are the caption of a figure.
 */
export function imageFromMarkdown(): Extension {
  return {
    exit: {
      // As `mdast-util-from-markdown` does (2.0, `onexitlabel`), but for the children.
      label() {
        const fragment = this.stack.at(-1) as unknown as Paragraph
        const value = this.resume()
        const node = this.stack.at(-1)
        this.data.inReference = true
        if (node?.type === 'link') node.children = fragment.children
        // A reference is an image until it is closed.
        else if (node?.type === 'image') {
          node.alt = value
          if (fragment.children.some(({type}) => type !== 'text')) Object.assign(node, {children: fragment.children})
        }
      },
    },
  }
}
