import {VFile} from 'vfile'
import type {ParsedChapter} from '../../src/model/parsed.ts'
import {parseChapter} from '../../src/parse/parse-chapter.ts'
import {readMarkdown} from '../../src/parse/read-markdown.ts'

/** A chapter from a string, which includes nothing. */
export function parseText(value: string): ParsedChapter {
  return parseChapter(readMarkdown(new VFile({path: 'a.md', value})), {
    included: new Map(),
    citationKeys: new Set(['vaswani2017', 'zhou2016']),
    variables: new Map(),
  })
}
