import {fromHtml} from 'hast-util-from-html'
import {PDFDocument, PDFName, PDFString, type PDFDict, type PDFObject} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {checkPageHarm, checkSheetHarm, checkXmlHarm} from '../../src/coverage/harm/check-harm.ts'
import {checkDeckScripts, checkPageScripts, checkPolicy} from '../../src/coverage/harm/check-scripts.ts'
import {checkEpubHarm} from '../../src/coverage/harm/check-output-harm.ts'
import {pdfHarm} from '../../src/coverage/harm/pdf-harm.ts'
import {reachableFrom} from '../../src/coverage/pdf/accessibility/file/reachable.ts'
import {deckPolicy, plainPolicy, singleFilePolicy} from '../../src/html/content-policy.ts'

const files = new Set(['index.html', 'media/a.png'])
const inPage = (html: string) => checkPageHarm('index.html', fromHtml(html), files)
const inXml = (xml: string) => checkXmlHarm('a.xhtml', `<r xmlns="http://www.w3.org/1999/xhtml">${xml}</r>`, files)
const inSheet = (css: string) => checkSheetHarm('index.html', css, files)

describe('in a page this is found', () => {
  test.each([
    '<p onclick="x">',
    '<svg onload="x"></svg>',
    '<svg><a xlink:href="javascript:x"></a></svg>',
    '<svg><animate attributeName="href" values="javascript:x"/></svg>',
    '<svg><set attributeName="href" to="javascript:x"/></svg>',
    '<svg><use href="data:image/svg+xml,x#x"/></svg>',
    '<svg><use xlink:href="https://e.org/a.svg#x"/></svg>',
    '<svg><image href="https://e.org/a.png"/></svg>',
    '<svg><rect fill="url(https://e.org/a)"/></svg>',
    '<a href="javascript:x">x</a>',
    '<a href="JaVa\tScript:x">x</a>',
    '<a href="&#1;javascript:x">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="blob:x">x</a>',
    '<a href="view-source:x">x</a>',
    '<a href="//e.org">x</a>',
    '<area href="javascript:x">',
    '<link rel="alternate" href="javascript:x">',
    '<math><mi href="javascript:x">x</mi></math>',
    '<math><maction actiontype="x">x</maction></math>',
    '<iframe src="a.html"></iframe>',
    '<object data="a"></object>',
    '<embed src="a">',
    '<form action="a"></form>',
    '<button formaction="a">x</button>',
    '<base href="a">',
    '<meta http-equiv="refresh" content="0;url=a">',
    '<a ping="a" href="b">x</a>',
    '<img srcset="https://e.org/a 1x">',
    '<img src="https://e.org/a.png">',
    '<video poster="https://e.org/a">',
    '<section data-background-iframe="a.html">',
    '<section data-background-image="a.png">',
    '<section data-src="a.png">',
    '<section data-markdown="a">',
    '<section data-notes="<b>">',
    '<a data-preview-link="a">x</a>',
    '<p style="background:url(https://e.org)">',
    '<p style="background:image-set(\'a\' 1x)">',
    '<style>@import "a.css";</style>',
  ])('%s', (html) => {
    expect(inPage(html)).not.toEqual([])
  })
})

describe('in a page this is as it should be', () => {
  test.each([
    '<p title="javascript:x" aria-label="data:x" data-tex="javascript:x" id="a:b">javascript:x</p>',
    '<a href="https://e.org">x</a><a href="mailto:a@e.org">x</a><a href="tel:1">x</a><a href="#/a">x</a><a href="../a.pdf#b">x</a>',
    '<img src="media/a.png" alt="https://e.org"><img src="data:image/png;base64,AA==" alt="">',
    '<p style="background-image:url(media/a.png),linear-gradient(red,blue);width:50%">x</p>',
    '<span data-missing="https://e.org/a.png"></span>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use href="#a"/><g fill="url(#a)" transform="scale(1)"/><image href="data:image/png;base64,AA=="/></svg>',
  ])('%s', (html) => {
    expect(inPage(html)).toEqual([])
  })
})

describe('in XML this is found', () => {
  test.each([
    '<script>x</script>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">x</s:script>',
    '<a xmlns:l="http://www.w3.org/1999/xlink" l:href="javascript:x">x</a>',
    '<p xml:base="https://e.org">x</p>',
    '<p xmlns:ev="http://www.w3.org/2001/xml-events" ev:onclick="x">x</p>',
    '<?xml-stylesheet href="a.css"?>',
    '<p>',
  ])('%s', (xml) => {
    expect(inXml(xml)).not.toEqual([])
  })

  test('but not what is as it should be', () => {
    expect(inXml('<a href="a.xhtml#b">x</a><item id="a" href="a.xhtml" media-type="image/svg+xml"/>')).toEqual([])
  })
})

describe('in XML this is as it should be', () => {
  test.each([
    '<g xmlns="http://www.w3.org/2000/svg" xmlns:v="https://vecta.io/nano" v:background="#ffffff"/>',
    '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:li rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></rdf:RDF></metadata>',
    '<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\Users\\a\\b.png" inkscape:path-effect="url(x)"/>',
  ])('%s', (xml) => {
    expect(inXml(xml)).toEqual([])
  })

  test('but no address that is called otherwise', () => {
    expect(inXml('<a xmlns:any="http://www.w3.org/1999/xlink" any:href="javascript:x"/>')).not.toEqual([])
    expect(inXml('<g xmlns:any="x" any:onload="x"/>')).not.toEqual([])
  })
})

describe('in a style sheet this is found', () => {
  test.each([
    'a{b:url(https://e.org)}',
    'a{b:url("//e.org")}',
    String.raw`a{b:u\72l(//e.org)}`,
    String.raw`a{b:url(\2f\2f e.org)}`,
    'a{b:url(c.png)}',
    'a{b:IMAGE-SET("c" 1x)}',
    'a{b:-webkit-image-set(url(#c) 1x)}',
    'a{b:src("c")}',
    'a{b:cross-fade(red,blue)}',
    '@import "c";',
    String.raw`@\69mport "c";`,
    'a{--b:url(//e.org)}',
    'a{behavior:url(#c)}',
    'a{-moz-binding:none}',
    'a{b:expression(c)}',
  ])('%s', (css) => {
    expect(inSheet(css)).not.toEqual([])
  })

  test('but not texts, comments, names of vocabularies and files beside it', () => {
    const css =
      '@namespace epub "http://www.idpf.org/2007/ops"; /* url(//e.org) */ a::after{content:"url(//e.org)"} b{c:url(media/a.png),url(#d),url("data:image/png;base64,AA==")}'
    expect(inSheet(css)).toEqual([])
  })
})

describe('the scripts of a page', () => {
  const own = ['reveal', 'notes', 'zoom', 'deck'].map((name) => `assets/${name}.js`)
  const contents = new Map(own.map((name) => [name, new TextEncoder().encode(`"${name} <!-- </script>"`)]))
  const linked = own.map((src) => `<script src="${src}"></script>`).join('')
  const inside = own.map((name) => String.raw`<script>"${name} \x3c!-- \x3c/script>"</script>`).join('')
  const check = (name: string, html: string) => checkDeckScripts(name, fromHtml(html), contents)

  test('are those of the deck', () => {
    expect(check('index.html', linked)).toEqual([])
    expect(check('deck.html', inside)).toEqual([])
    expect(checkPageScripts('index.html', fromHtml('<script>a</script>'), ['a'])).toEqual([])
  })

  test.each([
    ['index.html', `${linked}<script>x</script>`],
    ['index.html', `${linked}<script src="x.js"></script>`],
    ['index.html', linked.replace('zoom', 'x')],
    ['index.html', inside],
    ['deck.html', `${inside}<script>x</script>`],
    ['deck.html', inside.replace('zoom', 'x')],
  ])('and no others: %s %s', (name, html) => {
    expect(check(name, html)).toHaveLength(1)
  })

  test('of other pages are their own', () => {
    expect(checkPageScripts('index.html', fromHtml('<script>b</script>'), ['a'])).toHaveLength(1)
    expect(checkPageScripts('index.html', fromHtml('<script>a</script><script>a</script>'), ['a'])).toHaveLength(1)
  })
})

describe('the policy of a page', () => {
  const page = (policy: string, before = '') =>
    checkPolicy(
      'index.html',
      fromHtml(
        `<html><head><meta charset="utf-8">${before}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
      ),
    )
  const scripts = {nonce: 'abc', speakerView: 'def='}

  test.each([plainPolicy, deckPolicy(scripts), singleFilePolicy(scripts)])('is tight: %s', (policy) => {
    expect(page(policy)).toEqual([])
  })

  test.each([
    ['is missing', fromHtml('<p>x')],
    [
      'comes too late',
      fromHtml(`<title>x</title><meta http-equiv="Content-Security-Policy" content="${plainPolicy}">`),
    ],
  ])('%s', (_name, tree) => {
    expect(checkPolicy('index.html', tree)).toHaveLength(1)
  })

  test.each([
    plainPolicy.replace("default-src 'none'", "default-src 'self'"),
    plainPolicy.replace("; base-uri 'none'", ''),
    `${plainPolicy}; script-src 'unsafe-inline'`,
    `${plainPolicy}; script-src 'self'`,
    `${plainPolicy}; img-src https:`,
    `${plainPolicy}; img-src *`,
  ])('lets in too much: %s', (policy) => {
    expect(page(policy)).toHaveLength(1)
  })
})

test('an e-book has no file that runs', () => {
  const contents = new TextEncoder().encode('<r/>')
  expect(checkEpubHarm({mimetype: contents, 'EPUB/a.xhtml': contents, 'EPUB/b.svg': contents})).toEqual([])
  expect(checkEpubHarm({'EPUB/a.js': contents})).toHaveLength(1)
  expect(checkEpubHarm({'EPUB/a.html': contents})).toHaveLength(1)
})

describe('in a PDF this is found', () => {
  type Spoil = (document: PDFDocument, annotation: PDFDict) => void
  const action = (document: PDFDocument, entries: Record<string, PDFObject | string>) =>
    document.context.obj({Type: 'Action', ...entries})
  const link =
    (entries: Record<string, PDFObject | string>): Spoil =>
    (document, annotation) => {
      annotation.set(PDFName.of('A'), action(document, entries))
    }
  const inCatalog =
    (name: string, entries: Record<string, PDFObject | string>): Spoil =>
    (document) => {
      document.catalog.set(PDFName.of(name), action(document, entries))
    }

  async function harmOf(spoil: Spoil): Promise<readonly string[]> {
    const document = await PDFDocument.create()
    const page = document.addPage()
    const annotation = document.context.obj({Type: 'Annot', Subtype: 'Link'})
    page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(annotation)]))
    spoil(document, annotation)
    const {dictionaries} = reachableFrom(document.catalog)
    return pdfHarm({catalog: document.catalog, dictionaries}).map(({reason}) => reason)
  }

  test.each<[string, Spoil]>([
    ['a script', link({S: 'JavaScript', JS: PDFString.of('x')})],
    ['a program', link({S: 'Launch', F: PDFString.of('x')})],
    ['another file', link({S: 'GoToR', F: PDFString.of('x')})],
    ['a file inside', link({S: 'GoToE', T: 'x'})],
    ['a form that is sent', link({S: 'SubmitForm', F: PDFString.of('https://e.org')})],
    ['data that are read', link({S: 'ImportData', F: PDFString.of('x')})],
    ['an address that runs', link({S: 'URI', URI: PDFString.of('javascript:x')})],
    ['an address that runs, written otherwise', link({S: 'URI', URI: PDFString.of(' java\nscript:x')})],
    ['a file of the reader', link({S: 'URI', URI: PDFString.of('file:///etc/passwd')})],
    ['an address without a scheme', link({S: 'URI', URI: PDFString.of('//e.org')})],
    [
      'what comes next',
      (document, annotation) => {
        const next = action(document, {S: 'Launch', F: PDFString.of('x')})
        annotation.set(PDFName.of('A'), action(document, {S: 'GoTo', Next: next}))
      },
    ],
    ['what the opening starts', inCatalog('OpenAction', {S: 'JavaScript', JS: PDFString.of('x')})],
    ['additional actions', inCatalog('AA', {S: 'GoTo'})],
    ['a base of addresses', inCatalog('URI', {Base: PDFString.of('https://e.org')})],
    ['a form', (document) => document.catalog.set(PDFName.of('AcroForm'), document.context.obj({Fields: []}))],
    [
      'scripts by name',
      (document) => document.catalog.set(PDFName.of('Names'), document.context.obj({JavaScript: {Names: []}})),
    ],
    [
      'attached files',
      (document) => document.catalog.set(PDFName.of('Names'), document.context.obj({EmbeddedFiles: {Names: []}})),
    ],
  ])('%s', async (_name, spoil) => {
    expect(await harmOf(spoil)).not.toEqual([])
  })

  test('but not links to the web and into the file', async () => {
    expect(await harmOf(link({S: 'URI', URI: PDFString.of('https://e.org/a?b=c')}))).toEqual([])
    expect(await harmOf(link({S: 'GoTo', D: PDFString.of('x')}))).toEqual([])
    expect(await harmOf(() => undefined)).toEqual([])
  })
})
