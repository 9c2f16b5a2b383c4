import {visit} from 'unist-util-visit'
import {imageKey} from '../model/course-path.ts'
import type {ParsedChapter} from '../model/parsed.ts'

/** What the images that a chapter shows are known by. */
export function collectImages({file, tree}: ParsedChapter): string[] {
  const paths: string[] = []
  visit(tree, (node) => {
    const background = node.type === 'heading' ? node.data?.attributes?.values['background-image'] : undefined
    if (background) paths.push(imageKey(background, file.path))
    if (node.type === 'image' || node.type === 'figure') paths.push(imageKey(node.url, file.path))
  })
  return paths
}
