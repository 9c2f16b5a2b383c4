/** Names of other tools for a language that has a grammar of another name: kernels, sessions of a shell, dialects. */
const spellings: Readonly<Record<string, string>> = {
  asm: 'armasm assembler assembly gas nasm x86asm',
  bat: 'batchfile dosbat dosbatch doscon winbatch',
  bibtex: 'bib biblatex',
  c: 'ansi-c',
  'common-lisp': 'cl commonlisp sbcl',
  cpp: 'arduino c++11 c++14 c++17 c++20 cc cu cuda cxx hpp ino',
  csharp: 'dotnet',
  diff: 'patch udiff',
  'emacs-lisp': 'emacs',
  'fortran-fixed-form': 'fortranfixed',
  'fortran-free-form': 'f2003 f2008 f2018 fortran',
  go: 'golang',
  groovy: 'gradle',
  haskell: 'ghci lhs literatehaskell',
  html: 'htm html5 xhtml',
  ini: 'cfg conf config',
  javascript: 'ecmascript es6 javascript-repl node nodejs ojs',
  jinja: 'django html+django html+jinja htmldjango jinja2',
  json: 'geojson ipynb webmanifest',
  julia: 'jlcon julia-console julia-repl',
  latex: 'tikz',
  make: 'bsdmake gnumake mk',
  markdown: 'mkd mkdown myst qmd quarto rmarkdown rmd',
  matlab: 'octave',
  'objective-c': 'obj-c objectivec',
  ocaml: 'ml mli',
  pascal: 'delphi objectpascal',
  perl: 'perl5 pl',
  php: 'html+php php3 php7 php8',
  powershell: 'azurepowershell posh powershell-interactive ps1con',
  prolog: 'swi-prolog swipl',
  python:
    'bazel bzl cython doctest gpython ipython ipython-console jupyter pycon pyodide pyrepl pytb python-console python-repl pyx sage sagemath starlark',
  r: 'ir r-console rconsole rscript',
  rst: 'rest restructuredtext',
  ruby: 'irb rbcon',
  rust: 'evcxr',
  scheme: 'scm',
  shellscript: 'ash csh dash ksh tcsh unix',
  shellsession: 'bash-session bashsession sh-session shell-session terminal zsh-session',
  sql: 'hiveql mariadb mssql mysql pgsql plpgsql postgres postgresql psql sqlite sqlite3 t-sql tsql',
  'system-verilog': 'sv systemverilog',
  text: 'algorithm ascii pseudo pseudocode',
  vb: 'vb.net vba vbnet visualbasic',
  wolfram: 'mathematica wls',
  xml: 'atom mathml plist rss svg xsd xslt',
}

/** What is not a grammar's name, and the grammar that it means. */
export const languageAliases: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).flatMap(([language, names]) => names.split(' ').map((name) => [name, language] as const)),
)

/** Kernels name their version, and Org mode that it is a kernel: `ipython3`, `python3.12`, `julia-1.10`, `jupyter-python`. */
const kernel = /^(?:jupyter-)?(?<language>i?python|julia|r|ruby|sage)(?:-?\d+(?:\.\d+)*)?$/u

/** A language as its grammar calls it; one that has no other name stays as it is written, in small letters. */
export function languageName(written: string): string {
  const name = written.toLowerCase()
  const language = kernel.exec(name)?.groups?.['language'] ?? name
  return languageAliases.get(language) ?? language
}
