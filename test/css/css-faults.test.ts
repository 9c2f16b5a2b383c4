import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {ident} from 'css-tree'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {cssFaults, cssValueFaults} from '../../src/css/css-faults.ts'

const names = (css: string) => cssFaults(css).map(({name}) => name)
const ofValue = (value: string) => cssValueFaults(value).map(({name}) => name)

describe('a style sheet that reaches out', () => {
  test.each([
    ['url()', 'a{background:url(https://e.org/x.png)}', 'url(https://e.org/x.png)'],
    ['url() with a string', 'a{background:url( "//e.org/x.png" )}', 'url(//e.org/x.png)'],
    ['url() of a file beside it', 'a{background:url(x.png)}', 'url(x.png)'],
    ['url() with an escape', String.raw`a{background:u\72l(//e.org)}`, 'url()'],
    ['url() with more of them', String.raw`a{background:\75\000052\6c("//e.org")}`, 'url(//e.org)'],
    ['an address with an escape', String.raw`a{background:url(\64 ata:text/html,x)}`, 'url(data:text/html,x)'],
    ['what is no url()', 'a{background:url(a b)}', 'url(a b)'],
    ['image-set()', 'a{background:image-set("//e.org/x" 1x)}', 'image-set()'],
    ['-webkit-image-set()', 'a{background:-webkit-image-set(url(#x) 1x)}', '-webkit-image-set()'],
    ['IMAGE-SET()', 'a{background:IMAGE-SET("//e.org/x" 1x)}', 'image-set()'],
    ['src()', 'a{background:src("//e.org/x")}', 'src()'],
    ['src() with a variable', 'a{--x:"//e.org/x";background:src(var(--x))}', 'src()'],
    ['cross-fade()', 'a{background:cross-fade(red,"//e.org/x")}', 'cross-fade()'],
    ['image()', 'a{background:image("//e.org/x")}', 'image()'],
    ['paint()', 'a{background:paint(x)}', 'paint()'],
    ['element()', 'a{background:element(#x)}', 'element()'],
    ['expression()', 'a{width:expression(alert(1))}', 'expression()'],
    [
      'a filter of old',
      'a{filter:progid:DXImageTransform.Microsoft.AlphaImageLoader(src="//e.org")}',
      'alphaimageloader()',
    ],
    ['cursor', 'a{cursor:url(//e.org/x),auto}', 'url(//e.org/x)'],
    ['a filter', 'a{filter:url(//e.org/x#f)}', 'url(//e.org/x#f)'],
    ['a shape', 'a{shape-outside:url(//e.org/x)}', 'url(//e.org/x)'],
    ['a custom property', 'a{--x:url(//e.org/x)}', 'url(//e.org/x)'],
    ['a custom property that is no value', 'a{--x:{b:image-set("//e.org" 1x)}}', 'image-set()'],
    ['a custom property of nothing but signs', 'a{--x:) ( url(//e.org/x)}', 'url(//e.org/x)'],
    ['@import', '@import "x.css";', '@import'],
    ['@IMPORT', '@IMPORT url(#x);', '@import'],
    ['@import with an escape', String.raw`@\69mport "x.css";`, '@import'],
    ['@import with another', String.raw`@imp\6frt "x.css";`, '@import'],
    ['@import inside a rule', 'a{@import "x.css";}', '@import'],
    ['@namespace', '@namespace x "http://e.org";', '@namespace'],
    ['@document', '@document url(#x){a{b:c}}', '@document'],
    ['@font-face', '@font-face{src:url(//e.org/x.woff2)}', 'url(//e.org/x.woff2)'],
    ['@font-face of this machine', '@font-face{src:local("X")}', 'local()'],
    ['a font where there is none', 'a{background:url(data:font/woff2;base64,AA)}', 'url(data:font/woff2;base64,AA)'],
    ['a font after a font', '@font-face{x:y}a{b:url(data:font/woff2,A)}', 'url(data:font/woff2,A)'],
    ['@supports', '@supports (background:image-set("//e.org" 1x)){a{b:c}}', 'image-set()'],
    ['@media', '@media (min-width:src("x")){a{b:c}}', 'src()'],
    ['a nested rule', 'a{&:hover{background:url(//e.org)}}', 'url(//e.org)'],
    ['behavior', 'a{behavior:url(#default#x)}', 'behavior'],
    ['-moz-binding', String.raw`a{-moz-b\69nding:url(#x)}`, '-moz-binding'],
    ['a page inside a picture', 'a{background:url("data:text/html,<script>")}', 'url(data:text/html,<script>)'],
    ['an address after a space', 'a{background:url("\\20//e.org")}', 'url( //e.org)'],
  ])('%s', (_name, css, fault) => {
    expect(names(css)).toContain(fault)
  })
})

describe('a style sheet that leaves something open', () => {
  test.each(['a{b:c', 'a{b:c}}', 'a{b:(c]}', '/* a', 'a{b:"c}', 'a{b:"c\nd"}', 'a{b:url(c', 'a{b:url("c'])(
    '%s',
    (css) => {
      expect(names(css)).not.toEqual([])
    },
  )
})

describe('the value of a declaration', () => {
  test.each([
    ['red;--x:y', ';'],
    ['red}a{b:c', '}'],
    ['"</style><script>" url(x)', 'url(x)'],
    ['@import "x"', '@import'],
    ['<!-- red', '<!--'],
    ['var(--a,image-set("x" 1x))', 'image-set()'],
  ])('%s', (value, fault) => {
    expect(ofValue(value)).toContain(fault)
  })

  test.each([
    'red',
    'color-mix(in oklab, red 20%, var(--a))',
    'linear-gradient(to right, #fff, rgb(0 0 0 / 50%))',
    '"url(x)"',
  ])('%s is one', (value) => {
    expect(ofValue(value)).toEqual([])
  })
})

describe('nothing is wrong with', () => {
  test.each([
    ['a picture inside', 'a{background:url("data:image/svg+xml,<svg/>") , url(data:image/png;base64,AA==)}'],
    ['a fragment', 'a{filter:url(#f);clip-path:url("#g")}'],
    ['a font inside', '@font-face{font-family:"X";src:url(data:font/woff2;base64,AA==) format("woff2")}'],
    ['a text that looks like one', 'a::after{content:"url(//e.org) @import </style>"}/* url(//e.org) */'],
    [
      'grids, shapes and selectors',
      'a:not(:is(b,c)):nth-child(2n+1){grid:repeat(2,minmax(0,1fr))/auto;clip-path:polygon(0 0)}',
    ],
    ['conditions', '@media print{@supports selector(a:has(b)){a{b:c}}}@container x (width>1px){a{b:c}}'],
    ['boxes of a page', '@page :first{margin:1cm;@bottom-center{content:counter(page)}}'],
    ['an escaped class', String.raw`.md\:url{color:red}`],
  ])('%s', (_name, css) => {
    expect(names(css)).toEqual([])
  })

  const sheets = readdirSync('themes', {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.css'))
  test.each(sheets.filter((name) => path.basename(name) !== 'epub.css'))('themes/%s', (name) => {
    expect(names(readFileSync(path.join('themes', name), 'utf8'))).toEqual([])
  })
})

test('places are those of the text', () => {
  expect(cssFaults('a{b:c}\n@import "x";')).toEqual([{name: '@import', kind: 'reach', offset: 7}])
})

test('however its letters are written, a function that fetches is found', () => {
  const fetching = ['url', 'image-set', 'src', 'cross-fade', 'image', 'paint', '-webkit-image-set']
  const letter = (character: string) =>
    fc.constantFrom(
      character,
      character.toUpperCase(),
      `\\${character.codePointAt(0)?.toString(16)} `,
      `\\${character.codePointAt(0)?.toString(16).padStart(6, '0')}`,
    )
  const written = fc
    .constantFrom(...fetching)
    .chain((name) => fc.tuple(...Array.from(name, (character) => letter(character))).map((letters) => letters.join('')))
  const around = fc.constantFrom(
    'a{b:%}',
    'a{--x:%}',
    '@media x{a{b:c %}}',
    'a{b:var(--x,%)}',
    '@property --x{initial-value:%}',
  )
  fc.assert(
    fc.property(written, around, (name, rule) => {
      expect(ident.decode(name).toLowerCase()).toMatch(/^(?:url|.*image.*|src|cross-fade|paint)$/u)
      expect(names(rule.replace('%', () => `${name}("//e.org/x")`))).not.toEqual([])
    }),
  )
})
