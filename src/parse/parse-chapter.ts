import type {VFile} from 'vfile'
import type {Root} from 'mdast'
import '../model/mdast.ts'
import type {ParsedChapter} from '../model/parsed.ts'
import {readFrontMatter} from './front-matter.ts'
import {normaliseFences} from './normalise-fences.ts'
import {processor} from './processor.ts'
import {transforms} from './transforms/transforms.ts'

/**
 * Markdown to a tree without Markdown syntax. Never throws: whatever is wrong is a message in `file`, and the tree is
 * the best reading of the rest.
 */
export function parseChapter(file: VFile): ParsedChapter {
  // One kind of line ending, and no byte order mark: the transforms look at lines.
  file.value = String(file)
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
  const source = normaliseFences(file.value)
  const tree: Root = processor.parse(source)
  const metadata = readFrontMatter(file, tree)
  for (const transform of transforms) transform(tree, file)
  return {file, metadata, tree}
}
