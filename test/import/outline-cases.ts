import {chapters} from '../support/book-files.ts'
import {siteCases, type OutlineCase} from './site-outline-cases.ts'

/** Books of each tool, made up, and their order as lines. */
export const outlineCases: readonly OutlineCase[] = [
  {
    name: 'mdBook: front and back outside of the list, headings are parts, nested chapters follow, drafts are none',
    tool: 'summary',
    texts: {
      'book.toml':
        '[book]\ntitle = "A \\"B\\""\nauthors = ["Ada", "Bob"]\nlanguage = "en"\n[output.html]\ntitle = "no"\n',
      'src/SUMMARY.md':
        '# Summary\n\n[Preface](preface.md)\n\n# First\n\n- [One](one.md)\n  - [Deeper](deep/one%20b.md)\n- [Draft]()\n\n# Second\n\n- [Two](two.md)\n\n[Appendix](back.md)\n',
      'old/src/SUMMARY.md': '- [Old](old.md)\n',
      ...chapters('src/preface.md', 'src/one.md', 'src/deep/one b.md', 'src/two.md', 'src/back.md', 'old/src/old.md'),
    },
    lines: ['front src/preface.md', 'First: src/one.md src/deep/one b.md', 'Second: src/two.md', 'back src/back.md'],
    head: {title: 'A "B"', authors: ['Ada', 'Bob'], language: 'en'},
  },
  {
    name: 'GitBook: a titled list, anchors of chapters named before are passed over',
    tool: 'summary',
    texts: {
      'book.json': '{"title": "书", "author": "甲, 乙", "language": "zh-hans"}',
      'SUMMARY.md':
        '# 目录\n\n* [简介](README.md)\n* [一](ch/1.md)\n  * [小节](ch/1.md#a)\n\n## 第二部分\n\n* [二](ch/2.md)\n',
      ...chapters('README.md', 'ch/1.md', 'ch/2.md'),
    },
    lines: ['-: README.md ch/1.md', '第二部分: ch/2.md'],
    head: {title: '书', authors: ['甲', '乙'], language: 'zh-CN', problems: []},
  },
  {
    name: 'Quarto book: a part with a name, a part that is a file, appendices',
    tool: 'quarto',
    texts: {
      '_quarto.yml':
        'project: {type: book}\nlang: de\nbook:\n  title: Buch\n  author: [{name: Ada}]\n  chapters:\n    - index.qmd\n    - part: Eins\n      chapters: [a.qmd, {text: B, href: b.qmd}]\n    - part: zwei.qmd\n      chapters: [c.md]\n  appendices: [z.qmd]\n',
      ...chapters('index.qmd', 'a.qmd', 'b.qmd', 'c.md', 'z.qmd'),
      'zwei.qmd': '# Zwei {#sec-zwei}\n',
    },
    lines: ['-: index.qmd', 'Eins: a.qmd b.qmd', 'Zwei: zwei.qmd c.md', 'back z.qmd'],
    head: {title: 'Buch', authors: ['Ada'], language: 'de'},
  },
  {
    name: 'Quarto website: sections of the sidebar, a folder by a pattern, no external pages',
    tool: 'quarto',
    texts: {
      '_quarto.yml':
        'website:\n  title: Site\n  sidebar:\n    contents:\n      - index.qmd\n      - section: Basics\n        contents: [a.qmd, "more/*"]\n      - text: "---"\n      - href: https://example.org\n',
      ...chapters('index.qmd', 'a.qmd', 'more/10.qmd', 'more/9.qmd'),
    },
    lines: ['-: index.qmd', 'Basics: a.qmd more/9.qmd more/10.qmd'],
    head: {title: 'Site', problems: []},
  },
  {
    name: 'bookdown: files as listed, parts and appendices by headings',
    tool: 'bookdown',
    texts: {
      '_bookdown.yml': 'rmd_files: ["index.Rmd", "b.Rmd", "a.Rmd", "z.Rmd"]\n',
      'index.Rmd': '---\ntitle: "Down"\nauthor: Ada and Bob\n---\n# Hello\n',
      'b.Rmd': '# (PART) Part {-}\n\n# B\n',
      'a.Rmd': '# A\n',
      'z.Rmd': '# (APPENDIX) Appendix {-}\n\n# Z\n',
    },
    lines: ['-: index.Rmd', 'Part: b.Rmd a.Rmd', 'back z.Rmd'],
    head: {title: 'Down', authors: ['Ada', 'Bob']},
  },
  {
    name: 'bookdown without a list: by name, those with _ left out',
    tool: 'bookdown',
    texts: {
      '_bookdown.yml': 'book_filename: x\n',
      ...chapters('02-b.Rmd', '10-c.Rmd', 'index.Rmd', '_set.Rmd', 'notes.md'),
    },
    lines: ['-: index.Rmd 02-b.Rmd 10-c.Rmd'],
    head: {title: 'x'},
  },
  {
    name: 'Jupyter Book: parts',
    tool: 'jupyter-book',
    texts: {
      '_config.yml': 'title: Lectures\nauthor: Ada\n',
      '_toc.yml':
        'format: jb-book\nroot: intro\nparts:\n- caption: One\n  chapters:\n  - file: a\n    sections:\n    - file: sub/b\n- caption: Two\n  chapters:\n  - url: https://example.org\n  - glob: more/*\n',
      ...chapters('intro.md', 'a.md', 'sub/b.md', 'more/c2.md', 'more/c10.md'),
    },
    lines: ['-: intro.md', 'One: a.md sub/b.md', 'Two: more/c2.md more/c10.md'],
    head: {title: 'Lectures', authors: ['Ada']},
  },
  {
    name: 'Jupyter Book: an article with sections',
    tool: 'jupyter-book',
    texts: {
      '_toc.yml': 'format: jb-article\nroot: intro\nsections:\n- file: a\n- file: note\n',
      ...chapters('intro.md', 'a.md'),
      'note.ipynb': '{}',
    },
    lines: ['-: intro.md a.md'],
    head: {problems: [{kind: 'not-markdown', path: 'note.ipynb'}]},
  },
  {
    name: 'Jupyter Book: the list of its first versions',
    tool: 'jupyter-book',
    texts: {
      '_toc.yml':
        '- file: intro\n- part: One\n  chapters:\n  - file: a\n- header: Two\n- url: /b\n- file: c\n  sections:\n  - file: d\n',
      ...chapters('intro.md', 'a.md', 'b.md', 'c.md', 'd.md'),
    },
    lines: ['-: intro.md', 'One: a.md', 'Two: b.md c.md d.md'],
  },
  {
    name: 'MyST: titles with children are parts',
    tool: 'myst',
    texts: {
      'docs/myst.yml':
        'version: 1\nproject:\n  title: My\n  authors: [{name: Ada}]\n  toc:\n    - file: index.md\n    - title: Part\n      children:\n        - file: a.md\n          children: [{file: b.md}]\n    - url: https://example.org\n',
      ...chapters('docs/index.md', 'docs/a.md', 'docs/b.md'),
    },
    lines: ['-: docs/index.md', 'Part: docs/a.md docs/b.md'],
    head: {title: 'My', authors: ['Ada'], problems: []},
  },
  ...siteCases,
  {
    name: 'no tool: names as a reader counts, README first, nothing about the repository',
    tool: 'names',
    texts: chapters(
      '第十章.md',
      '第二章.md',
      'ch10.md',
      'ch2/b.md',
      'ch2/README.md',
      'README.md',
      'LICENSE.md',
      'ch2/security.md',
      'ch2/CONTRIBUTING.md',
      'security.md',
      '.github/x.md',
      'node_modules/p/y.md',
    ),
    lines: ['-: README.md ch2/README.md ch2/b.md ch2/security.md ch10.md 第二章.md 第十章.md'],
  },
]
