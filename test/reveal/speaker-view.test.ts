import {expect, test} from 'vitest'
import {localeFor} from '../../src/locale/locale.ts'
import {speakerViewWords, translateSpeakerView} from '../../src/reveal/speaker-view.ts'
import {loadReveal} from '../../src/theme/load-reveal.ts'
import {courseFrom} from '../support/course-from.ts'

test('every word of reveal.js’s speaker view is found once, and said in the language of the course', async () => {
  const {'notes.js': contents} = await loadReveal()
  const plugin = new TextDecoder().decode(contents)
  const counts = speakerViewWords.map(([english]) => [english, plugin.split(english).length - 1])
  expect(counts).toEqual(speakerViewWords.map(([english]) => [english, 1]))
  const {speakerView} = localeFor(courseFrom(['# 章']).course)
  const translated = translateSpeakerView(plugin, speakerView)
  for (const word of Object.values(speakerView)) expect(translated).toContain(word)
  for (const [english] of speakerViewWords) expect(translated).not.toContain(english)
})
