import {hash} from 'node:crypto'
import vm from 'node:vm'
import {expect, test} from 'vitest'
import {localeFor} from '../../src/locale/locale.ts'
import {speakerViewHash, speakerViewWords, translateSpeakerView} from '../../src/reveal/speaker-view.ts'
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

test('the script of the speaker view is the one that its window gets', async () => {
  const {'notes.js': contents} = await loadReveal()
  const plugin = new TextDecoder().decode(contents)
  // What the plugin writes, as the language reads its template.
  const template = /document\.write\((?<template>`[\s\S]*?`)\)/u.exec(plugin)?.groups?.['template'] ?? ''
  const page = vm.runInNewContext(template) as string
  const [, script = ''] = /<script>(?<script>[\s\S]*)<\/script>/u.exec(page) ?? []
  expect(script.length).toBeGreaterThan(1000)
  expect(speakerViewHash(plugin)).toBe(hash('sha256', script, 'base64'))
  expect(() => speakerViewHash(plugin.replace('<script>', '<script async>'))).toThrow('another script')
})
