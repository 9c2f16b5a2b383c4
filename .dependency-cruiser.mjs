// Each folder may import itself and the folders listed after it. ARCHITECTURE.md shows the same as a picture.
const mayImport = {
  model: [],
  locale: [],
  diagnostics: ['model'],
  yaml: ['model', 'diagnostics'],
  config: ['model', 'diagnostics', 'locale', 'yaml'],
  cache: ['model'],
  source: ['model', 'diagnostics'],
  parse: ['model', 'diagnostics', 'yaml'],
  assemble: ['model', 'diagnostics', 'locale'],
  citations: ['model', 'diagnostics'],
  links: ['model', 'diagnostics'],
  slides: ['model', 'diagnostics'],
  book: ['model', 'diagnostics'],
  theme: ['model', 'diagnostics', 'yaml', 'cache'],
  browser: ['model', 'diagnostics'],
  html: ['model', 'diagnostics', 'locale'],
  diagrams: ['model', 'diagnostics', 'cache', 'theme', 'browser'],
  reveal: ['model', 'diagnostics', 'locale', 'html', 'theme'],
  epub: ['model', 'diagnostics', 'locale', 'html', 'theme'],
  pdf: ['model', 'diagnostics', 'locale', 'html', 'theme', 'browser'],
  site: ['model', 'diagnostics', 'locale', 'html', 'theme'],
  changes: ['model', 'locale', 'html'],
  import: ['model', 'diagnostics', 'yaml'],
  process: [],
  output: ['model', 'diagnostics', 'process'],
  coverage: ['model', 'diagnostics', 'locale'],
}

// Packages and built-ins that only these folders may touch.
const owners = {
  'node:fs(/promises)?': [
    'config',
    'source',
    'theme',
    'cache',
    'output',
    'coverage',
    'browser',
    'diagrams',
    'process',
    'cli',
  ],
  'node:child_process': ['source'],
  '@sparticuz/chromium': ['browser'],
  '@likecoin/epubcheck-ts': ['coverage'],
  'pdfjs-dist': ['coverage'],
  '@cantoo/.*': ['pdf', 'coverage'],
  '@hpcc-js/.*': ['diagrams'],
  citeproc: ['citations'],
  '@citation-js/.*': ['citations'],
  'remark-.*': ['parse'],
  'micromark-.*': ['parse'],
  shiki: ['html'],
  '@mathjax/.*': ['html', 'coverage'],
  'mdast-util-to-hast': ['html'],
  'subset-font': ['theme'],
  'css-tree': ['theme', 'html'],
  culori: ['theme'],
  'reveal.js': ['theme', 'reveal'],
  'tar-fs': ['browser'],
}

const folder = (name) => `^src/${name}/`

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}},
    },
    {
      name: 'no-import-of-entry-points',
      severity: 'error',
      from: {path: '^src/[^/]+/', pathNot: folder('cli')},
      to: {path: '^src/[^/]+\\.ts$'},
    },
    {
      name: 'cli-starts-at-build',
      severity: 'error',
      from: {path: folder('cli')},
      to: {
        path: '^src/',
        pathNot: [
          folder('cli'),
          '^src/build\\.ts$',
          folder('config'),
          folder('diagnostics'),
          folder('cache'),
          folder('model'),
        ],
      },
    },
    {
      name: 'only-browser-launches',
      severity: 'error',
      from: {path: '^src/', pathNot: [folder('browser')]},
      to: {path: 'node_modules/puppeteer/', dependencyTypesNot: ['type-only']},
    },
    ...Object.entries(mayImport).map(([name, allowed]) => ({
      name: `${name}-layer`,
      severity: 'error',
      from: {path: folder(name)},
      to: {path: '^src/', pathNot: [name, ...allowed].map(folder)},
    })),
    ...Object.entries(owners).map(([dependency, folders]) => ({
      name: `only-${folders.join('-')}-uses-${dependency.replaceAll(/\W+/g, '-')}`,
      severity: 'error',
      from: {path: '^src/', pathNot: folders.map(folder)},
      to: {path: [`^${dependency}$`, `node_modules/${dependency}/`, `^${dependency.replace('node:', '')}$`]},
    })),
  ],
  options: {
    tsConfig: {fileName: 'tsconfig.json'},
    tsPreCompilationDeps: true,
    doNotFollow: {path: 'node_modules'},
    exclude: {
      path: 'node_modules/(?!puppeteer|@sparticuz|@likecoin|pdfjs-dist|@cantoo|remark-|citeproc|@hpcc-js|@citation-js|micromark-|shiki|@mathjax|mdast-util-to-hast|subset-font|css-tree|culori|reveal|tar-fs)',
    },
  },
}
