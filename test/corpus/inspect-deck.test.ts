import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test} from 'vitest'
import {inspectDeck} from '../../scripts/corpus/inspect-deck.ts'

const slide = (id: string, part: string, body: string) =>
  `<section id="${id}"><div class="slide"><p class="kicker"><span class="part">${part}</span></p><h2>H</h2><div class="slide-body">${body}</div></div></section>`

test('slides with next to nothing, and the section over the most slides, are found', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-inspect-deck-'))
  try {
    await mkdir(path.join(folder, 'deck'))
    const slides = [
      slide('full', '1/2', '<p>Enough text to read</p>'),
      slide('short', '2/2', '<p>Two</p>'),
      slide('picture', '1/12', '<svg></svg>'),
      slide('empty', '2/12', ' '),
    ]
    await writeFile(path.join(folder, 'deck/index.html'), `<div class="slides">${slides.join('')}</div>`)
    expect(await inspectDeck(folder)).toMatchObject({
      slides: 4,
      nearEmpty: ['short', 'empty'],
      longestRun: {slides: 12, at: 'picture'},
    })
    expect(await inspectDeck(path.join(folder, 'deck'))).toBeUndefined()
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
