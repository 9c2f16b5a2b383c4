import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {openCache} from '../../src/cache/open-cache.ts'
import {compileCourse} from '../../src/compile-course.ts'
import {readFontFile} from '../../src/coverage/fonts/read-font-file.ts'
import {fontLicences} from '../../src/theme/font-licences.ts'
import {ownFaces} from '../../src/theme/own-faces.ts'
import {facesOnSlides} from '../../src/theme/slide-families.ts'
import {subsetFonts} from '../../src/theme/subset-fonts.ts'
import {isOwnFace} from '../../src/theme/theme-face.ts'
import {withoutFace} from '../../src/theme/without-face.ts'
import {cffFont, fontBytes, withFsType, withWeight, withWeightAxis} from '../support/font-bytes.ts'
import {readTables, replaceTables} from '../support/sfnt.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-own-fonts-'))
  await cp('test/fixtures/course-small', folder, {recursive: true})
  await mkdir(path.join(folder, 'fonts'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

const put = (name: string, contents: Uint8Array | string) => writeFile(path.join(folder, name), contents)

/** Compiles the small course with more settings, which begin on line 12 of its `course.yml`. */
async function compileWith(settings: string) {
  const file = path.join(folder, 'course.yml')
  await writeFile(file, `${await readFile(file, 'utf8')}\n${settings}\n`)
  const {files, theme} = await compileCourse({folder, progress: {step: () => undefined}})
  if (!theme) throw new Error('The course does not compile')
  const messages = files.flatMap(({basename, messages: own}) =>
    own.map(({line, note = '', reason, ruleId}) => `${basename}:${line ?? 0} ${ruleId} ${reason} → ${note}`),
  )
  const faces = theme.faces.filter((face) => isOwnFace(face))
  return {theme, messages, faces: faces.map(({family, style, weight}) => `${family} ${weight} ${style}`)}
}

describe('fonts that a course brings', () => {
  test('join those of the theme, by what their files say, and tokens ask for them', async () => {
    await put('fonts/a.ttf', fontBytes('regular'))
    await put('fonts/b.ttf', fontBytes('bold'))
    await put('fonts/i.ttf', fontBytes('italic'))
    await put('fonts/kai.woff2', fontBytes('woff2'))
    await put('fonts/kai-bold.otf', await cffFont())
    await put('fonts/s.woff', fontBytes('woff'))
    const {faces, messages, theme} = await compileWith(
      [
        'fonts:',
        '  - fonts/a.ttf',
        '  - fonts/b.ttf',
        '  - fonts/i.ttf',
        '  - {family: 我的楷体, files: [fonts/kai.woff2, fonts/kai-bold.otf]}',
        '  - {family: Signs, files: [fonts/s.woff]}',
        'tokens: {sans: liberation sans, heading: "我的楷体", mono: "Signs, monospace"}',
      ].join('\n'),
    )
    expect(messages).toEqual([])
    expect(faces).toEqual([
      'Liberation Sans 400 normal',
      'Liberation Sans 700 normal',
      'Liberation Sans 400 italic',
      '我的楷体 400 normal',
      '我的楷体 500 normal',
      'Signs 400 normal',
    ])
    expect(theme.tokens.everywhere.get('sans')?.value).toMatch(/^'Liberation Sans', 'Lectern Latin Sans', /u)
    expect(theme.styles.content).toContain("--heading: '我的楷体', var(--sans);")
    const onSlides = new Set(facesOnSlides(theme, theme.faces).map(({family}) => family))
    expect(onSlides).toContain('我的楷体')
    // A Latin font leaves to the Chinese one the marks that look another way there.
    const regular = new Map(theme.faces.filter(({weight}) => weight === 400).map((face) => [face.family, face.without]))
    expect([regular.get('Liberation Sans'), regular.get('我的楷体')]).toEqual(['“”‘’…—·', ''])
    const licences = await fontLicences(theme.faces)
    expect(licences.get('own-1-liberation-sans')).toMatch(
      /^Liberation Sans\n\nCopyright \(c\) 2007 Red Hat.*\n.*Licensed under/su,
    )
    expect(licences.get('own-2')).toMatch(/^我的楷体\n/u)
  })

  test('are reported where they are named, and the rest is used', async () => {
    const regular = fontBytes('regular')
    await put('fonts/good.ttf', regular)
    await put('fonts/again.ttf', regular)
    await put('fonts/restricted.ttf', withFsType(regular, 0x2))
    await put('fonts/bitmaps.ttf', withFsType(regular, 0x200))
    await put('fonts/printed.ttf', withFsType(fontBytes('bold'), 0x4))
    await put('fonts/page.ttf', '<!doctype html>not found')
    await put('fonts/cut.ttf', regular.subarray(0, 2000))
    await put('fonts/many.ttc', Buffer.concat([Buffer.from('ttcf'), Buffer.alloc(100)]))
    await put('fonts/vast.woff2', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(100, 255)]))
    await put('fonts/bare.ttf', replaceTables(regular, {glyf: undefined, loca: undefined}))
    await put('fonts/varies.ttf', withFsType(withWeightAxis(regular, [300, 400, 800]), 0x100))
    await symlink('/etc/hostname', path.join(folder, 'fonts/link.ttf'))
    const names = 'good again restricted bitmaps printed page cut bare varies'.split(' ').map((name) => `${name}.ttf`)
    const others = ['many.ttc', 'vast.woff2', 'link.ttf', 'godo.ttf', '../../x.ttf', '../.git/x.ttf']
    const {faces, messages} = await compileWith(
      [
        'fonts:',
        '  - family: Mine',
        '    files:',
        ...[...names, ...others].map((name) => `      - fonts/${name}`),
        '  - {family: "Lectern Sans", files: [fonts/good.ttf]}',
        '  - {family: "a\\"; }", files: [fonts/good.ttf]}',
        'tokens: {sans: Mine}',
      ].join('\n'),
    )
    expect(faces).toEqual(['Mine 400 normal', 'Mine 700 normal'])
    await expect(messages.join('\n')).toMatchFileSnapshot('../fixtures/own-fonts.txt')
  })

  test('that nothing asks for, or that have one weight for text, are pointed out', async () => {
    await put('fonts/a.ttf', fontBytes('regular'))
    await put('fonts/b.ttf', fontBytes('bold'))
    const {faces, messages} = await compileWith(
      [
        'fonts:',
        '  - {family: Used, files: [fonts/a.ttf]}',
        '  - {family: Unused, files: [fonts/b.ttf]}',
        'tokens:',
        '  serif: Used',
        '  mono: Usde, "Anybody\'s"',
      ].join('\n'),
    )
    expect(faces).toEqual(['Used 400 normal'])
    expect(messages).toEqual([
      expect.stringMatching(/^course\.yml:18 font-is-usable 没有字体 `Usde`.*Did you mean Used\?/u),
      expect.stringMatching(/^course\.yml:18 font-is-usable 没有字体 `Anybody's`/u),
      expect.stringMatching(/^course\.yml:15 font-is-used 字体 `Unused` .*`serif: Unused`/u),
      expect.stringMatching(/^course\.yml:14 font-has-bold 字体 `Used` .*add its bold file/u),
    ])
  })

  test('are asked for by a theme of the course as well; one that it asks for in vain is reported there', async () => {
    await put('fonts/a.ttf', fontBytes('regular'))
    await mkdir(path.join(folder, 'theme'))
    await put('theme/theme.yml', 'name: ours\nextends: lectern\nfonts: [a.ttf]\n')
    await put('theme/tokens.css', ':root {\n  --heading: Mine, "Nobody", var(--serif);\n}\n')
    await put('theme/deck.css', '.slide-quote { font-family: Mine; }\n.slide-title { font-family: "Nothing"; }\n')
    await put('theme/book.css', '@font-face { font-family: "Of File"; src: url(x.woff2); }\n')
    const {faces, messages, theme} = await compileWith('theme: ./theme\nfonts: [{family: Mine, files: [fonts/a.ttf]}]')
    expect(faces).toEqual(['Mine 400 normal'])
    expect(theme.styles.content).toContain("--heading: 'Mine', var(--serif);")
    expect(messages).toEqual([
      expect.stringMatching(/^theme\.yml:3 theme-is-valid .*put the files into `fonts` in course\.yml/u),
      expect.stringMatching(/^tokens\.css:2 font-is-usable 没有字体 `Nobody`/u),
      expect.stringMatching(/^deck\.css:2 font-is-usable 没有字体 `Nothing`/u),
      expect.stringMatching(/^book\.css:1 theme-is-valid .*leave out the @font-face and put the file into `fonts`/u),
    ])
  })
})

async function facesOf(contents: Uint8Array) {
  const file = new VFile({path: 'course.yml'})
  const faces = await ownFaces({file, sources: [{name: 'a.ttf', place: undefined, family: 'Mine', contents}]})
  return {faces, messages: file.messages.map(({reason}) => reason)}
}

const codes = (text: string) => new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))

describe('a face', () => {
  test.each([
    [4, 400],
    [250, 250],
    [0, 400],
    [5000, 1000],
  ])('whose file says weight %i has %i', async (stated, weight) => {
    const {faces} = await facesOf(withWeight(fontBytes('regular'), stated))
    expect(faces.map((face) => face.weight)).toEqual([weight])
  })

  test('that is bold is so whatever its class says', async () => {
    const {faces} = await facesOf(withWeight(fontBytes('bold'), 400))
    expect(faces.map(({weight}) => weight)).toEqual([700])
  })

  test.each([
    [
      [300, 400, 800],
      [400, 700],
    ],
    [
      [100, 300, 500],
      [400, 500],
    ],
    [[800, 900, 900], [800]],
  ] as const)('of a font that varies in weight by %j has instances of %j', async (axis, weights) => {
    const {faces} = await facesOf(withWeightAxis(fontBytes('regular'), axis))
    expect(faces.map(({weight}) => weight)).toEqual(weights)
    const cache = openCache(path.join(folder, 'cache'))
    const {faces: subsets} = await subsetFonts(faces, codes('Wort'), {cache, format: 'woff2'})
    expect(subsets.map(({weight}) => weight)).toEqual(weights)
    const [first] = subsets
    expect(readFontFile(first?.contents ?? new Uint8Array())?.name).toBe('LiberationSans')
  })

  test('may have characters that no other face has, also where some text is set in other families', async () => {
    const {faces} = await facesOf(fontBytes('regular'))
    const options = {cache: openCache(path.join(folder, 'cache')), format: 'truetype'} as const
    const subset = await subsetFonts(faces, codes('W℮\u1200'), {...options, stacks: [['Mine'], ['Another']]})
    expect(subset.missing).toEqual(['\u1200'])
  })

  test('is cut down to what is asked for, but where its licence forbids it', async () => {
    const cache = openCache(path.join(folder, 'cache'))
    const regular = fontBytes('regular')
    const open = await facesOf(regular)
    const subset = await subsetFonts(open.faces, codes('Wort字'), {cache, format: 'truetype'})
    expect(Object.keys(readTables(subset.faces[0]?.contents ?? new Uint8Array()))).toContain('glyf')
    expect(readFontFile(subset.faces[0]?.contents ?? new Uint8Array())?.has('X'.codePointAt(0) ?? 0)).toBe(false)

    const blank = await subsetFonts(open.faces, codes(' 字'), {cache, format: 'truetype'})
    expect(blank.faces.filter(({family}) => family === 'Mine')).toEqual([])

    const kept = withFsType(regular, 0x108)
    const closed = await facesOf(kept)
    expect(closed.messages).toEqual([])
    const [whole] = (await subsetFonts(closed.faces, codes('Wort字'), {cache, format: 'woff2'})).faces
    expect(whole?.contents).toEqual(kept)
    expect([whole?.format, [...(whole?.characters ?? [])].length]).toEqual(['truetype', 4])
  })

  test('that cannot be used after all leaves the theme as it was without the course’s', async () => {
    await put('fonts/a.ttf', fontBytes('regular'))
    await put('fonts/b.ttf', fontBytes('bold'))
    const before = (await compileCourse({folder, progress: {step: () => undefined}})).theme
    const {theme} = await compileWith(
      'fonts: [{family: Mine, files: [fonts/a.ttf, fonts/b.ttf]}]\ntokens: {sans: Mine}',
    )
    const own = theme.faces.filter((face) => isOwnFace(face))
    const [first, second] = own
    if (!first || !second) throw new Error('The course has no fonts')
    const half = withoutFace(theme, first)
    expect(half.styles.content).toContain("'Mine', ")
    const none = withoutFace(half, second)
    expect(none.faces).toEqual(before?.faces)
    expect(JSON.stringify(none.styles)).not.toContain('Mine')
    expect(none.tokens.everywhere.get('sans')?.value).toBe(before?.tokens.everywhere.get('sans')?.value)
  })
})

describe('a file that is no font, or a damaged one', () => {
  const signature = fc.constantFrom('\0\u0001\0\0', 'OTTO', 'wOFF', 'wOF2', 'true', 'ttcf', '')

  test('whatever it holds, is reported or read, and ends nothing', async () => {
    await fc.assert(
      fc.asyncProperty(signature, fc.uint8Array({maxLength: 300}), async (begin, bytes) => {
        const {faces, messages} = await facesOf(new Uint8Array([...Buffer.from(begin, 'latin1'), ...bytes]))
        expect(faces.length + messages.length).toBe(1)
      }),
      {numRuns: 20},
    )
  })

  test.each(['regular', 'woff', 'woff2', 'cff'] as const)(
    'of a real font (%s) with bytes that are others, is reported or subset or fails where that is seen',
    async (name) => {
      const font = fontBytes(name)
      const cache = openCache(path.join(folder, 'cache'))
      const change = fc.tuple(fc.nat(font.length - 1), fc.nat(255))
      await fc.assert(
        fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 20}), async (changes) => {
          const spoilt = new Uint8Array(font)
          for (const [at, value] of changes) spoilt[at] = value
          const {faces, messages} = await facesOf(spoilt)
          expect(faces.length === 0).toBe(messages.length > 0)
          const {faces: subsets, failed} = await subsetFonts(faces, codes('Wort'), {cache, format: 'truetype'})
          const own = subsets.filter(({family}) => family === 'Mine')
          expect(own.length + failed.length).toBeLessThanOrEqual(faces.length)
        }),
        {numRuns: 5},
      )
    },
  )

  test('that unpacks to more than it says is not unpacked further', async () => {
    const {deflateSync} = await import('node:zlib')
    const packed = deflateSync(Buffer.alloc(60_000_000))
    const head = Buffer.alloc(64)
    head.write('wOFF', 'latin1')
    head.writeUInt32BE(0x10000, 4)
    head.writeUInt32BE(64 + packed.length, 8)
    head.writeUInt16BE(1, 12)
    head.writeUInt32BE(1000, 16)
    head.write('glyf', 44, 'latin1')
    for (const [index, value] of [64, packed.length, packed.length + 1].entries())
      head.writeUInt32BE(value, 48 + index * 4)
    const {faces, messages} = await facesOf(new Uint8Array(Buffer.concat([head, packed])))
    expect(faces).toEqual([])
    expect(messages[0]).toContain('larger than')
  })
})
