import path from 'node:path/posix'
import * as v from 'valibot'
import {ruleIds, rules} from '../diagnostics/rules.ts'
import {labelNames} from '../locale/locale.ts'
import {slideModes} from '../model/course.ts'
import {slideSizes, type SlideSize} from '../model/slide-size.ts'
import {papers, type Paper} from '../model/print-settings.ts'
import {editions, handoutLayouts, outputs} from '../model/output.ts'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
/** Markdown under any of its names, and Jupyter notebooks. */
const chapterPath = v.pipe(
  text,
  v.regex(/\.(?:md|markdown|mdx|qmd|[Rr]md|ipynb)$/u, 'expected a .md, .markdown, .mdx, .qmd, .Rmd or .ipynb file'),
)

/** No listing and no table makes more than four slides or so. */
export const usualSlides = {mode: 'lead', listing: 40, table: 24} as const
const slideLimit = v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('all')])

/** A file, or the files that are one chapter together. */
const chapter = v.union([
  chapterPath,
  v.pipe(
    v.array(chapterPath),
    v.minLength(1, 'expected the files of a chapter'),
    v.rawCheck(({addIssue, dataset}) => {
      const files = dataset.typed ? dataset.value.map((file) => path.normalize(file)) : []
      const twin = files.findIndex((file, index) => files.indexOf(file) < index)
      if (twin < 0) return
      const item = {type: 'array', origin: 'value', input: files, key: twin, value: files[twin]} as const
      addIssue({message: 'expected each file once', path: [item]})
    }),
    v.description('The files that are one chapter together'),
  ),
])

const part = v.strictObject({
  part: v.pipe(text, v.description('Title of the part')),
  chapters: v.pipe(v.array(chapter), v.description('Chapters of the part, in order')),
})

const fontFamily = v.strictObject({
  family: v.pipe(
    v.exactOptional(text),
    v.description('The name that tokens ask for; without it, the one that the files bear'),
  ),
  files: v.pipe(
    v.array(text),
    v.minLength(1),
    v.description('.ttf, .otf, .woff or .woff2 below the course folder, a file for each weight and style'),
  ),
})

/** Rules whose severity a course may choose. */
export const adjustableRules = ruleIds.filter((id) => !('isRefusal' in rules[id]))

/** `course.yml`: what a course is and what is built from it. Also written out as JSON Schema. */
export const courseSchema = v.strictObject({
  title: v.pipe(text, v.description('Title of the course')),
  subtitle: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  language: v.pipe(
    v.optional(v.pipe(text, v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u)), 'zh-CN'),
    v.description('BCP 47 language of the course, for instance zh-CN'),
  ),
  'chapter-numerals': v.pipe(
    v.optional(v.picklist(['arabic', 'chinese']), 'arabic'),
    v.description('第 1 章, or 第一章'),
  ),
  numbering: v.pipe(
    v.optional(v.picklist(['auto', 'none', 'own']), 'auto'),
    v.description(
      'Numbers of chapters and sections: none of ours where headings bring their own (own), found out by rank (auto), or none at all (none)',
    ),
  ),
  labels: v.pipe(
    v.optional(v.strictObject(v.entriesFromList(labelNames, v.optional(v.string()))), {}),
    v.description('Labels in place of those of the language, for instance figure: 插图; {} is the number'),
  ),
  authors: v.optional(v.array(text), []),
  publisher: v.optional(v.string(), ''),
  date: v.pipe(text, v.isoDate(), v.description('Date of this edition, YYYY-MM-DD')),
  identifier: v.pipe(text, v.description('A URL or URN that stays the same for all editions')),
  license: v.optional(v.strictObject({name: v.optional(v.string(), ''), url: v.optional(v.string(), '')}), {
    name: '',
    url: '',
  }),
  slug: v.pipe(text, v.regex(/^[a-z0-9][a-z0-9-]*$/u), v.description('Name of the files in dist/')),
  theme: v.pipe(
    v.optional(text, 'lectern'),
    v.description('lectern, night, paper, or a folder of the course such as ./theme'),
  ),
  tokens: v.pipe(
    v.optional(v.record(v.string(), v.string()), {}),
    v.description('Colours, fonts and sizes in place of the theme’s, by the names in its tokens.css'),
  ),
  'slide-tokens': v.pipe(v.optional(v.record(v.string(), v.string()), {}), v.description('The same, on slides only')),
  fonts: v.pipe(
    v.optional(v.array(v.union([text, fontFamily], 'expected a file, or a map of family and files')), []),
    v.description('Fonts of the course’s own, which tokens ask for by their family: files, or families with files'),
  ),
  chapters: v.pipe(
    v.array(v.union([...chapter.options, part])),
    v.minLength(1),
    v.description('Chapters in order: a file, or a list of the files of one; a part holds chapters of its own'),
  ),
  'chapter-begins': v.pipe(
    v.optional(v.picklist(['file', 'heading']), 'file'),
    v.description('A chapter is a file, or what follows each heading of the first rank in it'),
  ),
  front: v.pipe(
    v.optional(v.array(chapter), []),
    v.description('What stands before the chapters without a number: a preface'),
  ),
  back: v.pipe(v.optional(v.array(chapter), []), v.description('Appendices: a glossary, tables')),
  editions: v.optional(v.strictObject(v.entriesFromList(editions, v.optional(v.array(v.picklist(outputs)), []))), {
    student: [...outputs],
    teacher: ['deck', 'handout'],
  }),
  handouts: v.pipe(
    v.optional(v.pipe(v.array(v.picklist(handoutLayouts)), v.minLength(1)), ['notes']),
    v.description(
      'Layouts of the handout, a file each: slides beside their text (notes), three a page beside lines to write on, 2, 4 or 6 a page, a worksheet of key sentences with blanks and exercises',
    ),
  ),
  pdf: v.pipe(
    v.optional(
      v.strictObject({
        paper: v.optional(v.picklist(Object.keys(papers) as Paper[]), 'A4'),
        sides: v.optional(v.picklist(['one', 'two']), 'two'),
        chapters: v.optional(v.picklist(['next', 'right']), 'next'),
        marks: v.optional(v.picklist(['none', 'crop']), 'none'),
      }),
      {},
    ),
    v.description(
      'The printed book: its paper; printed on one side or two, which mirrors its margins; whether chapters open on the next page or the next right-hand one; crop marks for the print shop',
    ),
  ),
  epub: v.pipe(
    v.optional(
      v.strictObject({
        math: v.optional(v.picklist(['mathml', 'svg']), 'mathml'),
        fonts: v.optional(v.picklist(['none', 'subset']), 'none'),
        writing: v.optional(v.picklist(['horizontal', 'vertical']), 'horizontal'),
        isbn: v.exactOptional(v.pipe(v.string(), v.regex(/^(?:97[89]-?)?(?:\d-?){9}[\dX]$/u))),
        'certified-by': v.optional(v.string(), ''),
      }),
      {},
    ),
    v.description(
      'Formulas as MathML or, for old readers, as pictures; fonts inside or the reader’s; horizontal or vertical lines; ISBN; who certifies that it conforms to EPUB Accessibility 1.1, WCAG 2.2 AA',
    ),
  ),
  lectures: v.pipe(
    v.exactOptional(v.array(v.strictObject({title: text, minutes: v.pipe(v.number(), v.minValue(1)), from: text}))),
    v.description('The plan: each lecture with its minutes and the chapter or section that it begins with'),
  ),
  subjects: v.pipe(v.optional(v.array(text), []), v.description('What the course is about, for catalogues')),
  collection: v.pipe(
    v.exactOptional(v.strictObject({title: text, position: v.exactOptional(v.number())})),
    v.description('The series it belongs to'),
  ),
  math: v.pipe(
    v.optional(
      v.strictObject({
        macros: v.optional(v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]+$/u)), v.string()), {}),
        packages: v.optional(v.array(v.picklist(['physics'])), []),
      }),
      {macros: {}, packages: []},
    ),
    v.description(
      'TeX commands of the course, by their name without the backslash, and packages that change plain TeX',
    ),
  ),
  slides: v.pipe(
    v.optional(
      v.union(
        [
          v.picklist(slideModes),
          v.strictObject({
            mode: v.optional(v.picklist(slideModes), usualSlides.mode),
            listing: v.optional(slideLimit, usualSlides.listing),
            table: v.optional(slideLimit, usualSlides.table),
          }),
        ],
        'expected lead, full or reading, or a map of mode, listing and table',
      ),
      {},
    ),
    v.description(
      'How blocks come onto slides: their leads, in full, or only as reading text; how many lines of a listing and rows of a table',
    ),
  ),
  'slide-size': v.pipe(
    v.optional(v.picklist(Object.keys(slideSizes) as SlideSize[]), '16:9'),
    v.description('Shape of the slides'),
  ),
  'slides-pdf': v.pipe(
    v.optional(v.picklist(['slide', 'step']), 'slide'),
    v.description('A page of the slides as PDF: a slide with all its steps, or each step'),
  ),
  'slide-level': v.pipe(
    v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(6)), 6),
    v.description('Rank of the deepest headings that have slides of their own'),
  ),
  solutions: v.pipe(
    v.optional(v.picklist(['teacher', 'back']), 'teacher'),
    v.description('`back`: everybody finds the solutions at the back of the book; else they are the teacher’s'),
  ),
  bibliography: v.pipe(
    v.optional(v.union([text, v.array(text)]), []),
    v.description('Files with the works that chapters cite: CSL-JSON (.json) or BibTeX (.bib)'),
  ),
  csl: v.pipe(
    v.exactOptional(text),
    v.description(
      'Style of citations: gb-7714-numeric (default in Chinese), apa (default else), vancouver, harvard1, or a .csl file',
    ),
  ),
  'bibliography-in': v.pipe(
    v.optional(v.picklist(['book', 'chapter']), 'book'),
    v.description('One list of works for the book, or one for each chapter'),
  ),
  variables: v.pipe(
    v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
    v.description('Texts that chapters name as {{name}}'),
  ),
  rules: v.pipe(
    v.optional(
      v.strictObject(v.entriesFromList(adjustableRules, v.optional(v.picklist(['off', 'warn', 'error'])))),
      {},
    ),
    v.description('Severity of rules, by their name'),
  ),
})

export type CourseConfig = v.InferOutput<typeof courseSchema>
