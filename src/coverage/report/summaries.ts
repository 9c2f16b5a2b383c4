import type {Element} from 'hast'
import {h} from 'hastscript'
import {toString} from 'mdast-util-to-string'
import type {Course} from '../../model/course.ts'
import type {CoverageReport} from '../../model/coverage.ts'
import {renderTable, type Cell} from './table.ts'
import {stateNames, states, targetName} from './words.ts'

export function renderFindings(report: CoverageReport): Element {
  return h(
    'ul',
    report.findings.map(({artifact, line, reason, ruleId, sourcePath}) =>
      h('li', [`${sourcePath}:${line} `, h('strong', artifact), ` ${reason} `, h('code', ruleId)]),
    ),
  )
}

export function renderSummary({targets, units}: CoverageReport): Element {
  const rows = targets.map((target) => {
    const own = units.filter((row) => row.target === target)
    return [targetName(target), ...states.map((state) => String(own.filter((row) => row.state === state).length))]
  })
  return renderTable('小结', ['输出 Output', ...states.map((state) => stateNames[state])], rows)
}

export function renderTopics({chapters}: Course, {topics}: CoverageReport, home: string): Element {
  const outputs = topics[0]?.places.map(({target}) => targetName(target)) ?? []
  const rows = topics.map(({chapters: own, id, places, title}): Cell[] => [
    `${id} ${title}`.trim(),
    chapters
      .filter((chapter) => own.includes(chapter.id))
      .map((chapter) => chapter.label || toString([...chapter.title]))
      .join('、'),
    ...places.map(({missing, places: found}): Cell => {
      const [first] = found
      const lacks = missing.length > 0 ? [h('strong', `缺 ${missing.join('、')}`)] : []
      return [...(first ? [h('a', {href: `${home}${first.link}`}, first.text), ' '] : []), ...lacks]
    }),
  ])
  return renderTable('大纲', ['题目 Topic', '章 Chapter', ...outputs], rows)
}

export function renderObjectives(
  {objectives}: CoverageReport,
  names: ReadonlyMap<string, string>,
  home: string,
): Element {
  const links = (ids: readonly string[]): Cell =>
    ids.flatMap((id) => [h('a', {href: `${home}deck/index.html#/${id}`}, names.get(id) ?? id), ' '])
  const rows = objectives.map(({taught, tested, text}): Cell[] => [text, links(taught), links(tested)])
  return renderTable('目标', ['目标 Objective', '讲 Taught', '练 Tested'], rows)
}

export function renderLectures({chapters, lectures: plan}: Course, {lectures}: CoverageReport): Element {
  const rows = lectures.map(({from, seconds, slides}) => {
    const lecture = plan?.find((one) => one.from === from)
    const chapter = chapters.find(({id}) => id === from)
    const title = lecture?.title ?? `${chapter?.label ?? ''} ${toString([...(chapter?.title ?? [])])}`.trim()
    const planned = lecture?.minutes ?? chapter?.minutes ?? '—'
    return [title, String(slides), String(Math.round(seconds / 60)), String(planned)]
  })
  return renderTable('每讲的时间', ['讲 Lecture', '张 Slides', '分钟 Minutes', '计划 Plan'], rows)
}

/** So many slides are shown: those an author would look at first. */
const densest = 10

export function renderDensity({density}: CoverageReport, home: string): Element {
  const loads = density.map((slide) => ({...slide, load: slide.characters + 2 * slide.words}))
  const rows = loads
    .toSorted((a, b) => b.load - a.load)
    .slice(0, densest)
    .map(({characters, heading, id, lines, slide, words}): Cell[] => [
      h('a', {href: `${home}deck/index.html#/${id}`}, `${slide} ${heading}`),
      ...[characters, words, lines].map((count) => String(count)),
    ])
  return renderTable('最满的幻灯片', ['幻灯片 Slide', '汉字 Characters', '词与数 Words', '行 Lines'], rows)
}
