import {describe, expect, test} from 'vitest'
import {markArtifacts} from '../../src/pdf/finish/mark-artifacts.ts'

const lines = (...all: string[]) => all.join('\n')
const mark = (content: string, drawings: readonly number[] = []) =>
  markArtifacts(content, {
    isDrawing: (number) => drawings.includes(number),
    holdsContent: (name) => name === 'Tagged',
    runningPart: (height = 400) => (height > 700 ? 'Header' : height < 80 ? 'Footer' : undefined),
  })

describe('what a page paints without saying what it is', () => {
  test('text outside of marked content is an artifact, with its whole text object', () => {
    const {content, dropped} = mark(lines('q', 'BT', '/F1 9 Tf', '<0041> Tj', 'ET', 'Q'))
    expect(content).toBe(lines('q', '/Artifact BMC', 'BT', '/F1 9 Tf', '<0041> Tj', 'ET', 'EMC', 'Q'))
    expect(dropped).toEqual([])
  })

  test('so are paths and pictures', () => {
    expect(mark(lines('0 0 5 5 re', 'f')).content).toBe(lines('/Artifact BMC', '0 0 5 5 re', 'f', 'EMC'))
    expect(mark(lines('1 1 m', '2 2 l', 'S')).content).toBe(lines('/Artifact BMC', '1 1 m', '2 2 l', 'S', 'EMC'))
    expect(mark('/X1 Do').content).toBe(lines('/Artifact BMC', '/X1 Do', 'EMC'))
  })

  test('but not an object with marked content of its own', () => {
    expect(mark('/Tagged Do').content).toBe('/Tagged Do')
  })

  test('a path that only clips paints nothing', () => {
    const clip = lines('0 0 5 5 re', 'W* n', 'q')
    expect(mark(clip).content).toBe(clip)
  })
})

describe('text in the margins', () => {
  const text = (y: number) => ['BT', '/F1 9 Tf', `1 0 0 -1 75 ${y} Tm`, '4.5 0 Td <0041> Tj', 'ET']
  /** As Skia writes a page of 800 points: from the top, in a quarter of a pixel. */
  const page = (...inner: readonly string[]) =>
    lines('.25 0 0 -.25 0 800 cm', 'q', '2 0 0 2 0 0 cm', ...inner, 'Q', '/P <</MCID 0 >>BDC', ...text(400), 'EMC')

  test('is a running head at the top and a folio at the foot, each in one piece', () => {
    const begin = (part: string) => `/Artifact <</Type /Pagination /Subtype /${part}>> BDC`
    expect(mark(page(...text(90), ...text(90), ...text(1500))).content).toBe(
      page(begin('Header'), ...text(90), ...text(90), 'EMC', begin('Footer'), ...text(1500), 'EMC'),
    )
  })

  test('is neither in the type area', () => {
    expect(mark(page(...text(700))).content).toBe(page('/Artifact BMC', ...text(700), 'EMC'))
  })
})

describe('marked content', () => {
  const background = lines('/NonStruct <</MCID 3 >>BDC', '0 0 5 5 re', 'f', 'EMC')

  test('that only paints paths is decoration', () => {
    expect(mark(background)).toEqual({content: lines('/Artifact BMC', '0 0 5 5 re', 'f', 'EMC'), dropped: [3]})
  })

  test('of a drawing stays, as does what shows text or a picture', () => {
    expect(mark(background, [3])).toEqual({content: background, dropped: []})
    const text = lines('/P <</MCID 0 >>BDC', '0 0 5 5 re', 'f', 'BT', '<0041> Tj', 'ET', 'EMC')
    expect(mark(text)).toEqual({content: text, dropped: []})
    const picture = lines('/P <</MCID 0 >>BDC', 'q', '/X7 Do', 'Q', 'EMC')
    expect(mark(picture)).toEqual({content: picture, dropped: []})
  })

  test('that holds other marked content stays', () => {
    const nested = lines('/P <</MCID 0 >>BDC', '/Figure <</MCID 1 >>BDC', '1 1 m', '2 2 l', 'S', 'EMC', 'EMC')
    expect(mark(nested, [1])).toEqual({content: nested, dropped: []})
  })

  test('without an end is an error', () => {
    expect(() => mark('/P <</MCID 0 >>BDC\nBT')).toThrow('marked content')
  })
})
