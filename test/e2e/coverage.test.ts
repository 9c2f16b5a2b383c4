import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, inject, test} from 'vitest'
import {verifyCourse} from '../../src/build.ts'
import type {CoverageReport} from '../../src/model/coverage.ts'
import type {Edition, Output} from '../../src/model/output.ts'
import {optionsFor} from '../support/build-for.ts'
import {removeFromPdf} from '../support/remove-from-pdf.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-coverage-'))
  await cp(inject('partDist'), folder, {recursive: true})
})

afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

async function verify(only: readonly Output[], edition: Edition = 'student'): Promise<CoverageReport> {
  const {report} = await verifyCourse(optionsFor(inject('part'), folder, {only, editions: [edition]}))
  if (!report) throw new Error('The course does not compile')
  return report
}

async function change(file: string, edit: (contents: Uint8Array) => Uint8Array | Promise<Uint8Array>): Promise<void> {
  const location = path.join(folder, file)
  await writeFile(location, await edit(new Uint8Array(await readFile(location))))
}

let found: Promise<{id: string; text: string}> | undefined

/** A paragraph that every output shows or condenses, with its text: asked for first while the files are whole. */
const victim = () => (found ??= findVictim())

async function findVictim(): Promise<{id: string; text: string}> {
  const report = await verify(['deck', 'pdf'])
  const units = report.units.filter(({state, target, unit}) => {
    const [text = ''] = unit.texts
    return (
      target.output === 'deck' &&
      state === 'condensed' &&
      unit.kind === 'prose' &&
      text.length > 60 &&
      !text.includes('\uFFFC')
    )
  })
  const unit = units[3]?.unit
  if (!unit) throw new Error('The course has no condensed paragraph')
  return {id: unit.id, text: unit.texts[0] ?? ''}
}

const element = (id: string) => new RegExp(String.raw`<p [^>]*data-block="${id}"[\s\S]*?</p>`, 'gu')

describe('one block taken out of a finished file is exactly what is reported', () => {
  test('deck', async () => {
    const {id} = await victim()
    const names = ['index', 'deck', '01-definition', '02-history', '03-principles']
    const decks = names.map((name) => `deck/${name}.html`)
    for (const deck of decks) {
      // oxlint-disable-next-line no-await-in-loop
      await change(deck, (contents) => strToU8(strFromU8(contents).replaceAll(element(id), '')))
    }
    const {findings} = await verify(['deck'])
    expect(findings.map(({artifact, ruleId, unit}) => [artifact, ruleId, unit])).toEqual([
      ['deck/index.html', 'block-is-covered', id],
    ])
  })

  test('EPUB', async () => {
    const {id} = await victim()
    await change('large-models.epub', (contents) => {
      const files = unzipSync(contents)
      const {mimetype = new Uint8Array(), ...others} = files
      const edited = Object.entries(others).map(([name, bytes]) => {
        const isText = name.endsWith('.xhtml')
        const pattern = new RegExp(String.raw`<p [^>]*id="${id}"[\s\S]*?</p>`, 'u')
        return [name, isText ? strToU8(strFromU8(bytes).replace(pattern, '')) : bytes] as const
      })
      return zipSync({mimetype: [mimetype, {level: 0}], ...Object.fromEntries(edited)})
    })
    const {findings} = await verify(['epub'])
    expect(findings.map(({artifact, ruleId, unit}) => [artifact, ruleId, unit])).toEqual([
      ['large-models.epub', 'block-is-covered', id],
    ])
  })

  test.each([
    ['large-models.pdf', ['pdf']],
    ['large-models-slides.pdf', ['deck', 'slides']],
    ['large-models-slides.pdf', ['slides']],
    ['large-models-handout.pdf', ['handout']],
    ['large-models-handout-lines.pdf', ['deck', 'handout']],
    ['large-models-worksheet.pdf', ['deck', 'handout']],
    ['large-models-handout-lines.pdf', ['handout']],
    ['large-models-worksheet.pdf', ['handout']],
  ] as const)('PDF: %s, read back with %j', async (file, outputs) => {
    const {id, text} = await victim()
    await change(file, (contents) => removeFromPdf(contents, text))
    const {findings} = await verify(outputs)
    // Tags that hold nothing any more are told as well.
    const lost = findings.filter(({ruleId}) => ruleId !== 'pdf-is-accessible')
    expect(lost.map(({artifact, ruleId, unit}) => [artifact, ruleId, unit])).toEqual([[file, 'block-is-covered', id]])
  })
})

describe('other defects are found', () => {
  test('a missing file', async () => {
    await rm(path.join(folder, 'large-models.epub'))
    const {findings} = await verify(['epub'])
    expect(findings[0]).toMatchObject({ruleId: 'artifact-opens', artifact: 'large-models.epub'})
  })

  test('a truncated PDF', async () => {
    await change('large-models.pdf', (contents) => contents.slice(0, 2000))
    const {findings} = await verify(['pdf'])
    expect(findings.map(({ruleId}) => ruleId)).toContain('artifact-opens')
  })

  test('a changed word, and line breaks of code collapsed', async () => {
    await change('deck/index.html', (contents) => {
      const html = strFromU8(contents).replaceAll('训练循环', '训练旋环')
      return strToU8(html.replaceAll(/<pre>[\s\S]*?<\/pre>/gu, (pre) => pre.replaceAll('\n', ' ')))
    })
    const report = await verify(['deck'])
    const kinds = new Set(report.units.filter(({state}) => state === 'missing').map(({unit}) => unit.kind))
    expect([...kinds]).toContain('listing')
    expect([...kinds]).toContain('section')
  })

  const chapter = 'EPUB/chapter-03.xhtml'
  const cut = (text: string, from: RegExp) => text.replace(from, '')
  test.each([
    [
      'line breaks of code lost',
      chapter,
      (text: string) => text.replace(/<pre>[\s\S]*?<\/pre>/u, (pre) => pre.replaceAll('\n', ' ')),
      'block-is-covered',
    ],
    ['a row of a table lost', chapter, (text: string) => cut(text, /<tr><td>.*?<\/tr>/u), 'block-is-covered'],
    ['a formula lost', chapter, (text: string) => cut(text, /<math[\s\S]*?<\/math>/u), 'block-is-covered'],
    [
      'a formula in place of another',
      chapter,
      (text: string) => text.replace(/(?<tag><annotation[^>]*>)[^<]+/u, '$<tag>q'),
      'block-is-covered',
    ],
    [
      'a fraction without its bar',
      chapter,
      (text: string) => text.replace('<mfrac>', '<mrow>').replace('</mfrac>', '</mrow>'),
      'formula-is-whole',
    ],
    [
      'a letter of a formula changed',
      chapter,
      (text: string) => text.replace('<mi>e</mi>', '<mi>c</mi>'),
      'formula-is-whole',
    ],
    ['mojibake', chapter, (text: string) => text.replace('梯度', 'æ¢¯åº¦'), 'block-is-covered'],
    [
      'a chapter missing from the contents',
      'EPUB/nav.xhtml',
      (text: string) => text.replace(/<li><a href="chapter-02\.xhtml#history">.*?<\/a>/u, '<li><span>x</span>'),
      'epub-is-valid',
    ],
    [
      'a page missing from the list',
      'EPUB/nav.xhtml',
      (text: string) => cut(text, /<li><a href="[^"]*#page-9">9<\/a><\/li>/u),
      'epub-is-valid',
    ],
  ])('in the e-book: %s', async (_loss, ...defect) => {
    const [name, edit, rule] = defect
    await change('large-models.epub', (contents) => {
      const {mimetype = new Uint8Array(), ...others} = unzipSync(contents)
      const before = strFromU8(others[name] ?? new Uint8Array())
      const after = edit(before)
      expect(after).not.toBe(before)
      return zipSync({mimetype: [mimetype, {level: 0}], ...others, [name]: strToU8(after)})
    })
    const {findings} = await verify(['epub'])
    expect(new Set(findings.map(({ruleId}) => ruleId))).toContain(rule)
  })

  test('in the e-book: half a footnote lost', async () => {
    await change('large-models.epub', (contents) => {
      const {mimetype = new Uint8Array(), ...others} = unzipSync(contents)
      const name =
        Object.keys(others).find((one) => strFromU8(others[one] ?? new Uint8Array()).includes('doc-footnote')) ?? ''
      const before = strFromU8(others[name] ?? new Uint8Array())
      const after = before.replace(
        /(?<first><aside (?:(?!<\/aside>)[\s\S])*?。)[^<]{5,}(?=<\/p><\/aside>)/u,
        '$<first>',
      )
      expect(after).not.toBe(before)
      return zipSync({mimetype: [mimetype, {level: 0}], ...others, [name]: strToU8(after)})
    })
    const {findings} = await verify(['epub'])
    // What is left of it, and the next note, no longer follow each other as they should.
    expect(findings.map(({ruleId}) => ruleId)).toContain('block-is-covered')
  })

  test('speaker notes in a student file', async () => {
    const teacher = strFromU8(new Uint8Array(await readFile(path.join(folder, 'teacher/deck/index.html'))))
    const notes = /<div class="notes-text">[\s\S]*?<\/div><\/div>/u.exec(teacher)?.[0] ?? ''
    expect(notes).not.toBe('')
    await change('deck/index.html', (contents) =>
      strToU8(strFromU8(contents).replace('</body>', `<!--${notes}--></body>`)),
    )
    const {findings} = await verify(['deck'])
    expect(findings.map(({ruleId}) => ruleId)).toContain('private-content-stays-private')
  })

  test('the teacher’s worksheet in place of the student’s', async () => {
    await cp(path.join(folder, 'teacher/large-models-worksheet.pdf'), path.join(folder, 'large-models-worksheet.pdf'))
    const {findings} = await verify(['deck', 'handout'])
    expect(new Set(findings.map(({artifact, ruleId}) => `${artifact} ${ruleId}`))).toEqual(
      new Set(['large-models-worksheet.pdf private-content-stays-private']),
    )
  })

  test('a question of an exercise lost from the worksheet', async () => {
    await change('large-models-worksheet.pdf', (contents) =>
      removeFromPdf(
        contents,
        '一个全连接网络有10个输入、两个隐藏层（各20个神经元）和3个输出。它有多少个参数？其中偏置有多少个？',
      ),
    )
    const {findings} = await verify(['deck', 'handout'])
    const lost = findings.filter(({ruleId}) => ruleId !== 'pdf-is-accessible')
    expect(lost.map(({artifact, ruleId}) => [artifact, ruleId])).toEqual([
      ['large-models-worksheet.pdf', 'block-is-covered'],
    ])
  })

  test('a request to the network', async () => {
    await change('deck/index.html', (contents) =>
      strToU8(
        strFromU8(contents).replace('</head>', '<link rel="stylesheet" href="https://example.org/x.css"></head>'),
      ),
    )
    const {findings} = await verify(['deck'])
    expect(findings.map(({ruleId}) => ruleId)).toContain('no-network-request')
  })

  test('a word changed in the deck of one file', async () => {
    const {text} = await victim()
    await change('deck/deck.html', (contents) => strToU8(strFromU8(contents).replaceAll(text.slice(0, 8), '别的话')))
    const {findings} = await verify(['deck'])
    expect(findings.map(({reason}) => reason).join()).toContain('deck.html')
  })

  test.each([
    ['a box with what it clips', '.slide-body > p { max-height: 12px; overflow: hidden; }', 'slide-fits'],
    ['a wide table', '.slide table { width: 1900px !important; }', 'slide-fits'],
    [
      'words that do not break',
      '.slide-body > p { white-space: nowrap; overflow-wrap: normal; font-size: 60px; }',
      'slide-fits',
    ],
    [
      'a tall figure',
      '.slide .figure-image > svg { height: 900px !important; max-height: none !important; }',
      'slide-fits',
    ],
    ['text that grew', '.slide-body p { font-size: 80px; }', 'slide-fits'],
    ['things upon each other', '.slide-body > * + * { margin-top: -60px !important; }', 'slide-fits'],
    ['small text', '.slide-body li { font-size: 13px; }', 'slide-is-readable'],
    ['small words in drawings', '.slide .figure-image { width: 120px !important; }', 'slide-is-readable'],
    ['faint text', '.slide-body p { color: #c8ccd0; }', 'slide-is-readable'],
    [
      'text upon a picture',
      '.slide-content { background-image: url("data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"); }',
      'slide-is-readable',
    ],
    [
      'text that is faint on one colour of a gradient',
      '.slide-content { background-image: linear-gradient(#fff, #1f2933); }',
      'slide-is-readable',
    ],
    ['faint words in drawings', '.figure-image > svg text { fill: #c8ccd0 !important; }', 'slide-is-readable'],
    [
      'faint drawings',
      '.figure-image > svg *:not(text) { fill: #f4f6f8 !important; stroke: #e6eaee !important; }',
      'slide-is-readable',
    ],
  ])('on a slide: %s', async (_defect, css, rule) => {
    await change('deck/assets/theme.css', (contents) => strToU8(`${strFromU8(contents)}\n${css}`))
    const {findings} = await verify(['deck'])
    expect(new Set(findings.map(({ruleId}) => ruleId))).toContain(rule)
  })

  test('on a slide: what runs over in one state of its steps only', async () => {
    await change('deck/index.html', (contents) =>
      strToU8(strFromU8(contents).replaceAll('<li>', '<li class="fragment">')),
    )
    expect((await verify(['deck'])).findings).toEqual([])
    const css = '.fragment.current-fragment { font-size: 300px; }'
    await change('deck/assets/theme.css', (contents) => strToU8(`${strFromU8(contents)}\n${css}`))
    const {findings} = await verify(['deck'])
    expect(new Set(findings.map(({ruleId}) => ruleId))).toEqual(new Set(['slide-fits']))
  })

  test('hidden text of 1 px is no defect', async () => {
    const css =
      '.slide-body::after { content: ""; } .hidden-text { position: absolute; width: 1px; height: 1px; overflow: hidden; }'
    const math = '<span class="hidden-text"><math><mi>x</mi><mo>=</mo><mn>1000000</mn></math></span></header>'
    await change('deck/assets/theme.css', (contents) => strToU8(`${strFromU8(contents)}\n${css}`))
    await change('deck/index.html', (contents) => strToU8(strFromU8(contents).replaceAll('</header>', math)))
    const {findings} = await verify(['deck'])
    expect(findings.filter(({ruleId}) => ruleId.startsWith('slide-'))).toEqual([])
  })
})

test('the untouched files have no finding', async () => {
  const student = await verify(['deck', 'epub', 'pdf', 'slides', 'handout'])
  const teacher = await verify(['deck', 'handout'], 'teacher')
  expect([...student.findings, ...teacher.findings]).toEqual([])
  const slides = await readFile(path.join(folder, 'deck/index.html'), 'utf8')
  expect(student.density).toHaveLength(slides.match(/<section /gu)?.length ?? 0)
  expect(student.density.filter(({characters, lines}) => characters > 0 && lines === 0)).toEqual([])
  // What is for the teacher is nothing for a public report.
  expect(teacher.density).toEqual([])
})
