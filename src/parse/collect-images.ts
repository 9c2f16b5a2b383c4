import {visit} from 'unist-util-visit'
import {coursePath} from '../model/course-path.ts'
import type {ParsedChapter} from '../model/parsed.ts'

/** Paths below the course folder of the images that a chapter shows. */
export function collectImages({file, tree}: ParsedChapter): string[] {
  const paths: string[] = []
  visit(tree, (node) => {
    const background = node.type === 'heading' ? node.data?.attributes?.values['background-image'] : undefined
    if (background) paths.push(coursePath(background, file.path))
    if (node.type === 'image' || node.type === 'figure') paths.push(coursePath(node.url, file.path))
  })
  return paths
}
