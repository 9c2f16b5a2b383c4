import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {chapters, folder, proseOf, taught} from './chapters.ts'

/** What the course has to teach. */
const ids = [
  'definition.parameters definition.prediction definition.small definition.medium definition.large definition.xlarge',
  'definition.resources history.chatgpt history.bard history.gpt4 history.ernie history.moss history.chatglm',
  'history.qwen history.spark history.claude history.pangu principles.networks principles.stages principles.preprocess',
  'principles.architecture principles.forward principles.activation principles.loss principles.optimizer',
  'principles.validation principles.deploy applications.nlp applications.vision applications.face applications.speech',
  'strengths.accurate strengths.capable strengths.general strengths.efficient limits.compute limits.data',
  'limits.interpretability limits.environment limits.hallucination impact.economy impact.jobs impact.privacy',
  'impact.bias impact.ethics impact.attitude learning.stage1 learning.stage2 learning.stage3 learning.stage4',
  'learning.stage5 learning.stage6 learning.stage7 learning.outcome.fullstack learning.outcome.problems',
  'learning.outcome.skills learning.outcome.coding learning.materials',
].flatMap((line) => line.split(' '))

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length
const readText = (...names: readonly string[]) => readFileSync(path.join(folder, ...names), 'utf8')

test('the syllabus has the 58 topics, and each is covered by a chapter', () => {
  const syllabus = parse(readText('syllabus.yml')) as {topics: readonly {id: string}[]}
  expect(ids).toHaveLength(58)
  expect(syllabus.topics.map(({id}) => id)).toEqual(ids)
  const covered = new Set(
    chapters.flatMap(({text}) => (/^covers: \[(?<ids>.*)\]$/mu.exec(text)?.groups?.['ids'] ?? '').split(', ')),
  )
  expect(ids.filter((id) => !covered.has(id))).toEqual([])
})

test('there are eight chapters', () => {
  expect(taught).toHaveLength(8)
})

describe.each(taught.map((chapter) => [chapter.name, chapter] as const))('%s', (_, chapter) => {
  test('has 3,000 to 6,000 Chinese characters', () => {
    const characters = count(proseOf(chapter), /\p{Script=Han}/gu)
    expect(characters).toBeGreaterThanOrEqual(3000)
    expect(characters).toBeLessThanOrEqual(6000)
  })

  test('has 3 to 6 exercises, and tests each of its objectives', () => {
    const exercises = count(chapter.text, /^:{3,}(?:exercise|quiz)\{/gmu)
    expect(exercises).toBeGreaterThanOrEqual(3)
    expect(exercises).toBeLessThanOrEqual(6)
    const objectives = [...chapter.text.matchAll(/^ {2}- \{id: (?<id>obj-[\w-]+),/gmu)].map(
      ({groups}) => groups?.['id'],
    )
    expect(objectives.length).toBeGreaterThanOrEqual(4)
    const named = (attribute: string) =>
      new Set(
        [...chapter.text.matchAll(new RegExp(`${attribute}="(?<ids>[^"]+)"`, 'gu'))].flatMap(
          ({groups}) => groups?.['ids']?.split(' ') ?? [],
        ),
      )
    expect(objectives.filter((id) => !named('teaches').has(id ?? ''))).toEqual([])
    expect(objectives.filter((id) => !named('tests').has(id ?? ''))).toEqual([])
  })

  test('has notes for 45 minutes', () => {
    const minutes = [...chapter.text.matchAll(/^:::notes\{minutes=(?<minutes>\d+(?:\.5)?)\}$/gmu)]
    expect(count(chapter.text, /^:{3,}notes\b/gmu)).toBe(minutes.length)
    expect(minutes.reduce((sum, {groups}) => sum + Number(groups?.['minutes']), 0)).toBe(45)
  })

  test('ends with a summary, exercises and further reading', () => {
    const headings = [...chapter.text.matchAll(/^## (?<title>[^{\n]+?)(?: \{.*\})?$/gmu)]
    expect(headings.slice(-3).map(({groups}) => groups?.['title'])).toEqual(['小结', '练习', '延伸阅读'])
  })
})

const figures = readdirSync(path.join(folder, 'figures')).filter((name) => name.endsWith('.svg'))

test('at least 15 figures, each of them used once', () => {
  expect(figures.length).toBeGreaterThanOrEqual(15)
  const used = (name: string) => chapters.reduce((sum, {text}) => sum + text.split(`(figures/${name})`).length - 1, 0)
  expect(figures.filter((name) => used(name) !== 1)).toEqual([])
})

describe.each(figures)('figures/%s', (name) => {
  const svg = readText('figures', name)

  test('has a title and a description in Chinese', () => {
    expect(svg).toMatch(/<title[^>]*>[^<]*\p{Script=Han}/u)
    expect(svg).toMatch(/<desc[^>]*>[^<]*\p{Script=Han}/u)
  })

  test('has letters of at least 20 on a width of 800', () => {
    const width = Number(/viewBox="0 0 (?<width>[\d.]+) /u.exec(svg)?.groups?.['width'])
    const sizes = [...svg.matchAll(/font-size(?:="|:\s*)(?<size>[\d.]+)/gu)].map(({groups}) => Number(groups?.['size']))
    expect(sizes.length).toBeGreaterThan(0)
    expect((Math.min(...sizes) * 800) / width).toBeGreaterThanOrEqual(20)
  })

  test('runs no script and asks for no other file', () => {
    expect(svg).not.toMatch(/<script|<foreignObject|<image|href="(?!#)|url\((?!#)|@import/u)
  })
})
