import {describe, expect, test} from 'vitest'
import {inferOutline} from '../../src/import/infer-outline.ts'
import type {Outline} from '../../src/import/outline.ts'
import {outlineCases} from './outline-cases.ts'
import {bookFiles, chapters} from '../support/book-files.ts'

function infer(texts: Readonly<Record<string, string>>): Outline {
  const outline = inferOutline(bookFiles(texts), 'fallback')
  if (!outline) throw new Error('No chapter')
  return outline
}

/** An outline as lines: parts and what is in them. */
function linesOf({back, front, parts}: Outline): string[] {
  const body = parts.map(({chapters: files, title}) => `${title ?? '-'}: ${files.join(' ')}`)
  return [...front.map((file) => `front ${file}`), ...body, ...back.map((file) => `back ${file}`)]
}

describe('the order of a book', () => {
  test.each(outlineCases)('$name', ({head, lines, texts, tool}) => {
    const outline = infer(texts)
    expect({tool: outline.tool, lines: linesOf(outline)}).toEqual({tool, lines})
    expect(outline).toMatchObject(head ?? {})
  })

  test('is taken from names where a tool’s file is broken, with the reason', () => {
    const outline = infer({'mkdocs.yml': 'nav: [a.md\nx: "', ...chapters('a.md')})
    expect(outline.tool).toBe('names')
    expect(outline.problems).toMatchObject([{kind: 'broken', path: 'mkdocs.yml'}])
  })

  test('names what is missing, outside, twice or no Markdown, and keeps the rest', () => {
    const list = ['gone.md', '../secret.md', '/etc/passwd', 'a.md', 'a.md', 'n.ipynb', '%2e%2e/secret.md'].map(
      (file) => `- [x](${file})`,
    )
    const outline = infer({'SUMMARY.md': list.join('\n'), ...chapters('a.md'), 'n.ipynb': '{}'})
    expect(linesOf(outline)).toEqual(['-: a.md'])
    expect(outline.problems.map(({kind, path}) => `${kind} ${path}`)).toEqual([
      'missing gone.md',
      'outside ../secret.md',
      'missing etc/passwd',
      'duplicate a.md',
      'not-markdown n.ipynb',
      'outside %2e%2e/secret.md',
    ])
  })

  test.each([
    ['a sidebar that only code gives', {'sidebars.js': 'module.exports = require("./make")()'}, 'computed sidebars.js'],
    [
      'a VitePress sidebar that is imported',
      {'.vitepress/config.js': "export default {title: 'T', themeConfig: {sidebar}}"},
      'computed .vitepress/config.js',
    ],
  ])('falls back for %s', (_name, texts, problem) => {
    const outline = infer({...texts, ...chapters('b.md', 'a.md')})
    expect(linesOf(outline)).toEqual(['-: a.md b.md'])
    expect(outline.problems.map(({kind, path}) => `${kind} ${path}`)).toContain(problem)
  })

  test('is taken from the next tool where a list names no file that is there', () => {
    const outline = infer({
      'SUMMARY.md': '- [x](gone.md)',
      'mkdocs.yml': 'nav: [b.md]',
      ...chapters('docs/b.md', 'docs/a.md'),
    })
    expect({tool: outline.tool, lines: linesOf(outline)}).toEqual({tool: 'mkdocs', lines: ['-: docs/b.md']})
    expect(outline.problems).toEqual([{kind: 'missing', path: 'gone.md'}])
  })

  test('has what is before and after as chapters where there are no others', () => {
    const outline = infer({'SUMMARY.md': '[One](a.md)\n\n[Two](b.md)\n', ...chapters('a.md', 'b.md')})
    expect(linesOf(outline)).toEqual(['-: a.md b.md'])
  })

  test('is absent without Markdown', () => {
    expect(inferOutline(bookFiles({'index.rst': 'x', 'a.ipynb': '{}'}), 'x')).toBeUndefined()
  })

  test.each([
    ['the heading of the README', {'README.md': '# **A** [book](x) {#id}\n'}, 'A book'],
    ['the folder', {'a.md': 'text\n'}, 'fallback'],
  ])('has the title of %s', (_name, texts, title) => {
    expect(infer(texts).title).toBe(title)
  })
})

describe('the bibliography of a book', () => {
  const works = {'refs.bib': '', 'docs/refs.bib': '', 'docs/more.json': '[]', 'docs/style.yaml': ''}
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'config.ini of D2L',
      {
        'index.md': '```toc\na\n```\n',
        ...chapters('a.md'),
        'config.ini': '[html]\nbibfile = no\n[pdf]\nbibfile = refs.bib\n',
      },
      ['refs.bib'],
    ],
    [
      'conf.py of Sphinx',
      {'index.md': '```{toctree}\na\n```\n', ...chapters('a.md'), 'conf.py': 'bibtex_bibfiles = [\n  "refs.bib",\n]\n'},
      ['refs.bib'],
    ],
    [
      'Jupyter Book',
      {
        'docs/_toc.yml': 'root: a\n',
        'docs/_config.yml': 'bibtex_bibfiles:\n- refs.bib\n- more.json\n',
        ...chapters('docs/a.md'),
      },
      ['docs/refs.bib', 'docs/more.json'],
    ],
    [
      'Quarto',
      {'_quarto.yml': 'bibliography: refs.bib\nbook: {chapters: [a.qmd]}\n', ...chapters('a.qmd')},
      ['refs.bib'],
    ],
    [
      'bookdown',
      {'_bookdown.yml': '{}', 'index.Rmd': '---\nbibliography: [refs.bib, docs/more.json]\n---\n# A\n'},
      ['refs.bib', 'docs/more.json'],
    ],
    ['MyST', {'myst.yml': 'project: {bibliography: [docs/refs.bib]}\n', ...chapters('a.md')}, ['docs/refs.bib']],
    ['MyST, where none is named', {'docs/myst.yml': 'project: {}\n', ...chapters('docs/a.md')}, ['docs/refs.bib']],
    ['front matter', {'docs/index.md': '---\nbibliography: ./refs.bib\n---\n# A\n'}, ['docs/refs.bib']],
  ])('is that of %s', (_name, texts, bibliography) => {
    const outline = infer({...works, ...texts})
    expect({bibliography: outline.bibliography, problems: outline.problems}).toEqual({bibliography, problems: []})
  })

  test('has only files that are there and can be read', () => {
    const named = '[refs.bib, gone.bib, ../secret.bib, /etc/x.bib, "https://example.org/x.bib", docs/style.yaml]'
    const outline = infer({
      ...works,
      '_quarto.yml': `bibliography: ${named}\nbook: {chapters: [a.md]}\n`,
      ...chapters('a.md'),
    })
    expect(outline.bibliography).toEqual(['refs.bib'])
    expect(outline.problems.map(({kind, path}) => `${kind} ${path}`)).toEqual([
      'missing gone.bib',
      'outside ../secret.bib',
      'missing etc/x.bib',
      'missing https:/example.org/x.bib',
      'not-bibliography docs/style.yaml',
    ])
  })
})

describe('files that others wrote', () => {
  const files = [
    'SUMMARY.md',
    '_quarto.yml',
    '_bookdown.yml',
    '_toc.yml',
    'myst.yml',
    'mkdocs.yml',
    'config.yaml',
    'sidebars.js',
    'sidebars.json',
    '.vitepress/config.js',
    '_sidebar.md',
    'index.rst',
    'config.toml',
    '_config.yml',
    'book.json',
    'book.toml',
    'config.ini',
    'conf.py',
    'hugo.toml',
    'docusaurus.config.js',
    'index.html',
  ]
  const texts = [
    '',
    '\0',
    '[',
    '- 1\n- null\n- [[]]\n',
    'nav: 1\nbook: {chapters: {a: b}}\nparts: x\ncollections: 3\nepisodes: true\n',
    'a: &a [*a]\nnav: *a\n',
    'module.exports = {a: [[[[{{{',
    'const a = b; const b = a; module.exports = a; const sidebar = [...sidebar]',
    `module.exports = ${'['.repeat(5000)}`,
    '.. toctree::',
  ]
  test.each(files.flatMap((file) => texts.map((text) => [file, text.slice(0, 40), text] as const)))(
    '%s: %j throws nothing',
    (file, _start, text) => {
      const outline = infer({[file]: text, 'a.md': '# A\n'})
      expect(outline.parts.flatMap((part) => part.chapters)).toContain('a.md')
    },
  )
})
