import type {RuleId} from './rules.ts'

export interface Limit {
  readonly most: number
  readonly unit: 'bytes' | 'characters' | 'elements' | 'levels' | 'pixels' | 'seconds' | 'times'
  /** What is counted. */
  readonly of: string
  /** What lies beyond it, and how far real books stay below. */
  readonly why: string
  /** The rule that reports what exceeds it. */
  readonly rule: RuleId
}

/**
 * Every limit that an author can meet. Counts, depths and sizes come first: they do not depend on the machine. Seconds are the
 * last wall, for what no count foresees. docs/limits.md is written from this table.
 */
export const limits = {
  chapter: {
    most: 4_000_000,
    unit: 'bytes',
    of: 'one file of a chapter, or one that is included as Markdown',
    why: 'Some two thousand pages, which take a browser an hour to print.',
    rule: 'chapter-has-bearable-size',
  },
  pairs: {
    most: 2000,
    unit: 'times',
    of: 'marks in one paragraph that come in pairs and may stand inside each other: `*`, `_`, `~`, `[`, `]`',
    why: 'The parser compares them with each other. A paragraph of a book has twenty. What lies beyond is text as it is typed.',
    rule: 'paragraph-has-bearable-size',
  },
  marks: {
    most: 10_000,
    unit: 'times',
    of: 'all marks in one paragraph that may begin something: also `` ` ``, `$`, `<`, `:`',
    why: 'The parser looks for the end of each. A page of pinyin above its characters has two thousand.',
    rule: 'paragraph-has-bearable-size',
  },
  unclosed: {
    most: 500,
    unit: 'times',
    of: 'marks in one paragraph that begin something which does not end: `` ` ``, `$`, `<`, `:`',
    why: 'For each the parser reads the rest of the paragraph. A paragraph of a book has a few `<` and `$`.',
    rule: 'paragraph-has-bearable-size',
  },
  containers: {
    most: 20,
    unit: 'levels',
    of: 'lists, quotes, footnotes and `:::` containers inside each other, when Markdown is parsed',
    why: 'The parser takes time with the square, for `:::` with the cube of the depth. A page has room for 16.',
    rule: 'nesting-is-shallow',
  },
  levels: {
    most: 450,
    unit: 'levels',
    of: 'elements inside each other in the parsed text, in HTML and in a drawing',
    why: 'Chromium itself flattens what lies deeper than 512.',
    rule: 'nesting-is-shallow',
  },
  indents: {
    most: 16,
    unit: 'levels',
    of: 'lists, quotes and containers inside each other on a page',
    why: 'Each takes some of the line; more leave no room for text.',
    rule: 'nesting-is-shallow',
  },
  yamlBytes: {
    most: 1_000_000,
    unit: 'bytes',
    of: 'one YAML text: `course.yml`, front matter, a syllabus',
    why: 'The largest syllabus has some ten thousand.',
    rule: 'front-matter-is-valid',
  },
  yamlLevels: {
    most: 100,
    unit: 'levels',
    of: 'maps and lists inside each other in YAML',
    why: 'The parser of YAML is recursive. `course.yml` has four.',
    rule: 'front-matter-is-valid',
  },
  yamlAliases: {
    most: 100,
    unit: 'times',
    of: 'what the aliases of a YAML text stand for',
    why: 'A few lines of aliases of aliases are billions of values.',
    rule: 'front-matter-is-valid',
  },
  bibliographyBytes: {
    most: 10_000_000,
    unit: 'bytes',
    of: 'one file of a bibliography',
    why: 'Some ten thousand works with their abstracts.',
    rule: 'bibliography-is-valid',
  },
  styleBytes: {
    most: 1_000_000,
    unit: 'bytes',
    of: 'one CSL style',
    why: 'The largest in the repository of styles has two hundred thousand.',
    rule: 'bibliography-is-valid',
  },
  styleElements: {
    most: 2_000_000,
    unit: 'elements',
    of: 'one CSL style with its macros written out at each of their calls',
    why: 'Ten macros that call each other ten times each are ten billion. APA has some two hundred thousand.',
    rule: 'bibliography-is-valid',
  },
  sheetBytes: {
    most: 1_000_000,
    unit: 'bytes',
    of: 'one style sheet of a theme',
    why: 'Bootstrap, whole, has three hundred thousand.',
    rule: 'theme-is-valid',
  },
  fontBytes: {
    most: 50_000_000,
    unit: 'bytes',
    of: 'one font of the course’s own, and what it holds when it is unpacked',
    why: 'A Chinese font with thirty thousand characters has 25 million.',
    rule: 'font-is-usable',
  },
  fontsBytes: {
    most: 300_000_000,
    unit: 'bytes',
    of: 'all fonts of the course’s own together',
    why: 'They are held in memory. Two Chinese families in two weights have a hundred million.',
    rule: 'font-is-usable',
  },
  fontSeconds: {
    most: 60,
    unit: 'seconds',
    of: 'reading one font of the course’s own, or cutting it down to the characters in use',
    why: 'A font with thirty thousand characters takes some seconds.',
    rule: 'font-is-usable',
  },
  formulaCharacters: {
    most: 10_000,
    unit: 'characters',
    of: 'the TeX of one formula',
    why: 'A matrix of fifty by fifty. MathJax takes time with the square of the length to break a line.',
    rule: 'math-renders',
  },
  formulaLevels: {
    most: 100,
    unit: 'levels',
    of: 'braces, and environments, inside each other in one formula',
    why: 'MathJax takes time with the square of the depth. Formulas of books have ten.',
    rule: 'math-renders',
  },
  formulaSeconds: {
    most: 20,
    unit: 'seconds',
    of: 'typesetting one formula',
    why: 'A formula takes some milliseconds.',
    rule: 'math-renders',
  },
  codeLine: {
    most: 2000,
    unit: 'characters',
    of: 'one line of a listing that is highlighted',
    why: 'Grammars are patterns, and some take time with the square of a line. No page has room for so long a line.',
    rule: 'listing-has-bearable-size',
  },
  codeCharacters: {
    most: 500_000,
    unit: 'characters',
    of: 'one listing that is highlighted',
    why: 'Some ten thousand lines.',
    rule: 'listing-has-bearable-size',
  },
  diagramCharacters: {
    most: 50_000,
    unit: 'characters',
    of: 'the text of one diagram',
    why: 'The limit that Mermaid has itself.',
    rule: 'diagram-renders',
  },
  diagramSeconds: {
    most: 20,
    unit: 'seconds',
    of: 'drawing one diagram',
    why: 'A diagram of fifty nodes takes a second. Layout is hard in the sense of complexity theory: no count foresees its time.',
    rule: 'diagram-renders',
  },
  bibliographySeconds: {
    most: 60,
    unit: 'seconds',
    of: 'reading one bibliography, or formatting one list of works and the citations of it',
    why: 'A thousand citations of a thousand works take some ten seconds.',
    rule: 'bibliography-is-valid',
  },
  imageBytes: {
    most: 50_000_000,
    unit: 'bytes',
    of: 'one image',
    why: 'A photograph of a camera has ten million. It is in the deck, the e-book and the PDFs.',
    rule: 'image-has-bearable-size',
  },
  imagesBytes: {
    most: 500_000_000,
    unit: 'bytes',
    of: 'all images of a course together',
    why: 'They are held in memory. An atlas has a hundred million.',
    rule: 'image-has-bearable-size',
  },
  imageSide: {
    most: 16_384,
    unit: 'pixels',
    of: 'one side of an image',
    why: 'Chromium draws no larger one. A page of A3 at 600 dpi has ten thousand.',
    rule: 'image-has-bearable-size',
  },
  imagePixels: {
    most: 100_000_000,
    unit: 'pixels',
    of: 'one image: its width times its height, times its frames',
    why: 'Each takes four bytes of the browser’s memory. A picture of 12,000 by 8000 has 96 million.',
    rule: 'image-has-bearable-size',
  },
  svgBytes: {
    most: 10_000_000,
    unit: 'bytes',
    of: 'one SVG',
    why: 'A drawing stands in the text of the page. A detailed map has five million.',
    rule: 'image-has-bearable-size',
  },
  svgElements: {
    most: 200_000,
    unit: 'elements',
    of: 'one SVG with everything that it uses written out at each use',
    why: 'A plot of fifty thousand points draws slowly; ten groups that use each other ten times are ten billion.',
    rule: 'image-has-bearable-size',
  },
  fetchedImages: {
    most: 1000,
    unit: 'times',
    of: 'images that a course downloads with `--fetch-images`, all that `images.lock.json` records',
    why: 'A course could make this machine ask any number of servers. A book has some fifty that are not its own.',
    rule: 'image-is-fetched',
  },
  fetchAddress: {
    most: 800,
    unit: 'characters',
    of: 'the address of an image that is downloaded',
    why: 'The record of a thousand can be read as one YAML text. Longer addresses hold tokens that expire.',
    rule: 'image-is-fetched',
  },
  fetchBytes: {
    most: 20_000_000,
    unit: 'bytes',
    of: 'one image that is downloaded',
    why: 'A photograph of a camera has ten million.',
    rule: 'image-is-fetched',
  },
  fetchRedirects: {
    most: 5,
    unit: 'times',
    of: 'redirects from one address to the next when an image is downloaded',
    why: 'Servers redirect once or twice; a circle has no end.',
    rule: 'image-is-fetched',
  },
  fetchSeconds: {
    most: 60,
    unit: 'seconds',
    of: 'downloading one image, with all redirects',
    why: 'A server may send a byte a minute.',
    rule: 'image-is-fetched',
  },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof limits
