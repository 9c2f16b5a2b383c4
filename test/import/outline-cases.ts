import type {Outline} from '../../src/import/outline.ts'
import {chapters} from '../support/book-files.ts'

interface Case {
  readonly name: string
  readonly tool: string
  readonly texts: Readonly<Record<string, string>>
  readonly lines: readonly string[]
  readonly head?: Partial<Outline>
}

/** Books of each tool, made up, and their order as lines. */
export const outlineCases: readonly Case[] = [
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
  {
    name: 'MkDocs: nav with sections, tags of Python, links elsewhere',
    tool: 'mkdocs',
    texts: {
      'mkdocs.yml':
        'site_name: Site\nsite_author: Ada\ntheme: {language: zh}\nmarkdown_extensions:\n  - x: !!python/name:a.b\nnav:\n  - Home: index.md\n  - Basics:\n    - a.md\n    - Deep:\n      - B: deep/b.md\n  - Elsewhere: https://example.org\n',
      ...chapters('docs/index.md', 'docs/a.md', 'docs/deep/b.md'),
    },
    lines: ['-: docs/index.md', 'Basics: docs/a.md docs/deep/b.md'],
    head: {title: 'Site', authors: ['Ada'], language: 'zh-CN', problems: []},
  },
  {
    name: 'MkDocs without nav: files of docs_dir by name',
    tool: 'mkdocs',
    texts: {
      'mkdocs.yml': 'site_name: S\ndocs_dir: text\n',
      ...chapters('README.md', 'text/b.md', 'text/index.md', 'text/a.md'),
    },
    lines: ['-: text/index.md text/a.md text/b.md'],
  },
  {
    name: 'The Carpentries: episodes as listed, all files of a folder that is not',
    tool: 'carpentries',
    texts: {
      'config.yaml': "carpentry: 'swc'\ntitle: 'Lesson'\nepisodes:\n- b.md\n- a.Rmd\nlearners:\ninstructors:\n- i.md\n",
      ...chapters('index.md', 'README.md', 'episodes/a.Rmd', 'episodes/b.md', 'learners/setup.md', 'instructors/i.md'),
    },
    lines: ['front index.md', '-: episodes/b.md episodes/a.Rmd', 'back learners/setup.md', 'back instructors/i.md'],
    head: {title: 'Lesson'},
  },
  {
    name: 'Docusaurus: categories are parts, ids without number prefixes, generated categories by position',
    tool: 'docusaurus',
    texts: {
      'sidebars.js':
        "// @ts-check\nconst more = ['c'] // 'x'\nmodule.exports = {\n  docs: [\n    'intro',\n    {type: 'category', label: 'One', link: {type: 'doc', id: 'one/index'}, items: ['one/a', ...more, call('no')]},\n    {Two: [{type: 'autogenerated', dirName: 'two'}]},\n    {type: 'link', href: 'https://example.org'},\n  ],\n}\n",
      'docusaurus.config.js': "module.exports = {title: 'Docs', url: 'x'}\n",
      ...chapters('docs/01-intro.md', 'docs/one/index.md', 'docs/02-c.md', 'docs/two/y.md'),
      'docs/one/02-a-file.md': '---\nid: a\n---\n',
      'docs/two/z.md': '---\nsidebar_position: 1\n---\n',
    },
    lines: [
      '-: docs/01-intro.md',
      'One: docs/one/index.md docs/one/02-a-file.md docs/02-c.md',
      'Two: docs/two/z.md docs/two/y.md',
    ],
    head: {title: 'Docs', problems: []},
  },
  {
    name: 'VitePress: the fullest sidebar, by functions and constants of the file, from srcDir',
    tool: 'vitepress',
    texts: {
      '.vitepress/config.ts':
        "import {x} from './x'\nexport default defineConfig({\n  title: 'Site', srcDir: 'src',\n  themeConfig: {sidebar: {'/guide/': guide(), '/api/': x}},\n})\nfunction guide(): Item[] {\n  return [\n    {text: 'Start', collapsed: false, items: [{text: 'A', link: '/guide/a'}, {text: 'B', link: '/guide/b.html'}]},\n    {text: `More ${x}`, link: '/guide/c'},\n  ] as const\n}\n",
      ...chapters('src/guide/a.md', 'src/guide/b.md', 'src/guide/c.md', 'README.md'),
    },
    lines: ['Start: src/guide/a.md src/guide/b.md', '-: src/guide/c.md'],
    head: {title: 'Site', problems: []},
  },
  {
    name: 'VuePress: names relative to the folder of the sidebar',
    tool: 'vitepress',
    texts: {
      'docs/.vuepress/config.js':
        "module.exports = {themeConfig: {sidebar: {'/guide/': ['', {title: 'P', children: ['a', ['b', 'B']]}]}}}\n",
      ...chapters('docs/guide/README.md', 'docs/guide/a.md', 'docs/guide/b.md'),
    },
    lines: ['P: docs/guide/a.md docs/guide/b.md'],
  },
  {
    name: 'docsify: items without a link are parts, links from the root of the site',
    tool: 'docsify',
    texts: {
      'docs/_sidebar.md': '- [首页](/)\n- 第一部分\n  - [一](/a.md)\n  - [二](b)\n- [GitHub](https://example.org)\n',
      ...chapters('docs/README.md', 'docs/a.md', 'docs/b.md'),
    },
    lines: ['-: docs/README.md', '第一部分: docs/a.md docs/b.md'],
    head: {problems: []},
  },
  {
    name: 'Sphinx: captions are parts, titles of their own, globs, a file that lists the one that lists it',
    tool: 'sphinx',
    texts: {
      'source/index.rst':
        'Handbuch\n========\n\n.. toctree::\n   :maxdepth: 2\n   :caption: Eins\n\n   a\n   Titel <sub/b>\n\n.. toctree::\n   :glob:\n\n   more/*\n   self\n',
      'source/a.md': '# A\n\n```{toctree}\n---\nmaxdepth: 1\n---\nsub/c\nindex\n```\n',
      ...chapters('source/sub/b.md', 'source/sub/c.md', 'source/more/y.md', 'source/more/x.md'),
    },
    lines: ['Eins: source/a.md source/sub/c.md source/sub/b.md', '-: source/more/x.md source/more/y.md'],
    head: {title: 'Handbuch'},
  },
  {
    name: 'D2L: toc blocks from the index on',
    tool: 'sphinx',
    texts: {
      'index.md':
        '《书》\n====\n\n```toc\n:maxdepth: 1\n\npreface/index\n```\n\n```toc\n:numbered:\n\none/index\n```\n',
      'one/index.md': '# 一\n\n```toc\n\na\nb\n```\n',
      ...chapters('preface/index.md', 'one/a.md', 'one/b.md'),
    },
    lines: ['-: index.md preface/index.md one/index.md one/a.md one/b.md'],
    head: {title: '《书》'},
  },
  {
    name: 'Hugo: by weight, sections by that of their index, the fullest language',
    tool: 'hugo',
    texts: {
      'config.toml': 'languageCode = "zh-cn"\ntitle = "站"\n[params]\ntitle = "no"\n',
      'content/zh/_index.md': '# 首页\n',
      'content/zh/b/_index.md': '---\nweight: 1\n---\n',
      'content/zh/b/y.md': '+++\ntitle = "y"\nweight = 2\n+++\n',
      'content/zh/b/z.md': '---\nweight: 1\n---\n',
      'content/zh/a.md': '---\nweight: 2\n---\n',
      'content/zh/c.md': '# c\n',
      'content/en/a.md': '# a\n',
    },
    lines: [
      '-: content/zh/_index.md content/zh/b/_index.md content/zh/b/z.md content/zh/b/y.md content/zh/a.md content/zh/c.md',
    ],
    head: {title: '站', language: 'zh-cn'},
  },
  {
    name: 'Jekyll: collections in their order, else by front matter, else by name',
    tool: 'jekyll',
    texts: {
      '_config.yml': 'title: J\ncollections:\n  one: {output: true, order: [b.md, a.md]}\n  two: {output: true}\n',
      ...chapters('_one/a.md', '_one/b.md', '_two/m.md', 'README.md'),
      '_two/n.md': '---\nnav_order: 1\n---\n',
    },
    lines: ['-: _one/b.md _one/a.md _two/n.md _two/m.md'],
    head: {title: 'J'},
  },
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
      '.github/x.md',
      'node_modules/p/y.md',
    ),
    lines: ['-: README.md ch2/README.md ch2/b.md ch10.md 第二章.md 第十章.md'],
  },
]
