import {expect, test} from 'vitest'
import type {Edition} from '../../src/model/output.ts'
import type {Course, Resource} from '../../src/model/course.ts'
import {renderDeck} from '../../src/reveal/render-deck.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {loadReveal} from '../../src/theme/load-reveal.ts'
import {loadTheme} from '../../src/theme/load-theme.ts'
import {mediaName} from '../../src/theme/media-name.ts'
import {courseFrom} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {measureSlide} from '../support/slides-of.ts'

const image = (path: string): Resource => ({path, mediaType: 'image/png', contents: new TextEncoder().encode(path)})
const images = ['shown.png', 'inline.png', 'ground.png', 'notes.png', 'book.png'].map((path) => image(path))
const chapter = `# 章

## 节 {background-image="ground.png"}

![图](shown.png)

行内 ![图](inline.png)。

:::notes
![答案](notes.png)
:::

:::only{in="book"}
![只在书里](book.png)
:::
`

async function deckFiles(edition: Edition, change: (course: Course) => Course = (course) => course): Promise<string[]> {
  const {course: given, files} = courseFrom([chapter], images)
  const course = change(given)
  const measure: Parameters<typeof projectDeck>[2]['measure'] = (slides) =>
    Promise.resolve(slides.map((slide) => measureSlide(slide)))
  const byPath = new Map(files.map((file) => [file.path, file]))
  const deck = await projectDeck(course, edition, {density, files: byPath, measure})
  const theme = await loadTheme({name: 'lectern', own: []})
  const artifact = renderDeck(deck, course, {
    assets: {theme, fonts: [], reveal: await loadReveal()},
    renderers: {formulas: new Map(), highlight: () => [], inkOn: () => 'own'},
    hasSingleFile: false,
    companions: [],
  })
  return artifact.files.map(({path}) => path)
}

async function mediaOf(edition: Edition): Promise<string[]> {
  const names = await deckFiles(edition)
  return images.filter((one) => names.some((name) => name.endsWith(mediaName(one)))).map(({path}) => path)
}

test('a deck has the images that its pages show, and no others', async () => {
  expect(await mediaOf('student')).toEqual(['shown.png', 'inline.png', 'ground.png'])
  expect(await mediaOf('teacher')).toEqual(['shown.png', 'inline.png', 'ground.png', 'notes.png'])
})

test.each(['index', 'Index', 'deck'])('the deck of a preface called %s is a file of its own', async (id) => {
  const names = await deckFiles('student', (course) => ({
    ...course,
    chapters: course.chapters.map((one) => ({...one, id, role: 'preface' as const})),
  }))
  const folded = names.map((name) => name.toLowerCase())
  expect(new Set(folded).size).toBe(names.length)
  expect(folded.filter((name) => /(?:^|\/)(?:preface-)?(?:index|deck)\.html$/u.test(name))).toHaveLength(2)
})
