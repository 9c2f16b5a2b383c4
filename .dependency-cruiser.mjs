// Each folder may import itself and the folders listed after it. ARCHITECTURE.md shows the same as a picture.
const mayImport = {
  model: [],
  css: ['model'],
  locale: [],
  diagnostics: ['model'],
  process: ['diagnostics'],
  yaml: ['model', 'diagnostics'],
  config: ['model', 'diagnostics', 'locale', 'yaml', 'source'],
  cache: ['model', 'process'],
  source: ['model', 'diagnostics', 'process'],
  parse: ['model', 'diagnostics', 'yaml'],
  assemble: ['model', 'diagnostics', 'locale', 'css'],
  engines: ['diagnostics'],
  citations: ['model', 'diagnostics', 'engines'],
  settle: ['model'],
  links: ['model', 'diagnostics'],
  remote: ['model', 'diagnostics', 'cache', 'source'],
  slides: ['model', 'diagnostics'],
  book: ['model', 'diagnostics'],
  theme: ['model', 'diagnostics', 'yaml', 'cache', 'css', 'engines'],
  browser: ['model', 'diagnostics', 'process'],
  html: ['model', 'diagnostics', 'locale', 'css', 'engines'],
  diagrams: ['model', 'diagnostics', 'cache', 'theme', 'browser', 'engines'],
  reveal: ['model', 'diagnostics', 'locale', 'html', 'theme'],
  epub: ['model', 'diagnostics', 'locale', 'html', 'theme'],
  pdf: ['model', 'diagnostics', 'locale', 'html', 'theme', 'browser'],
  site: ['model', 'diagnostics', 'locale', 'html', 'theme'],
  changes: ['model', 'locale', 'html'],
  import: ['model', 'diagnostics', 'yaml'],
  output: ['model', 'diagnostics', 'process'],
  coverage: ['model', 'diagnostics', 'locale'],
}

// Packages and built-ins that only these folders may touch.
const owners = {
  'node:fs(/promises)?': ['process', 'source', 'theme', 'cache', 'output', 'coverage', 'browser', 'diagrams', 'cli'],
  'node:child_process': ['source', 'browser'],
  'node:worker_threads': ['engines'],
  // The network, with `fetch`, which a test looks for.
  'node:(dns(/promises)?|http2?|https|tls|dgram)': ['remote'],
  'node:net': ['remote', 'browser'],
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
  'css-tree': ['css', 'theme', 'html'],
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
    {
      // Chapters, images, settings, themes: what a course names is refused in one place.
      name: 'only-resolve-inside-reads-courses',
      severity: 'error',
      from: {
        path: folder('source'),
        pathNot: ['^src/source/resolve-inside\\.ts$', '^src/source/write-(edition|image-lock)\\.ts$'],
      },
      to: {path: '^(node:)?fs(/promises)?$'},
    },
    {
      // What it finds is what the parser loses: it may know nothing that a parser made.
      name: 'raw-knows-no-parser',
      severity: 'error',
      from: {path: '^src/coverage/raw/'},
      to: {pathNot: ['^src/coverage/raw/', '^src/model/(?:coverage|output)\\.ts$']},
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
