import type {Element} from 'hast'
import {h} from 'hastscript'
import {plainPolicy} from '../html/content-policy.ts'
import {htmlDocument, styleElement} from '../html/document.ts'
import {outputName} from '../html/output-name.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import {localeFor} from '../locale/locale.ts'
import type {Locale} from '../locale/words.ts'
import type {Artifact, WrittenArtifact} from '../model/artifact.ts'
import type {Course} from '../model/course.ts'
import type {HandoutLayout, Output} from '../model/output.ts'
import {plainTitle} from '../model/plain-title.ts'
import type {Theme} from '../theme/load-theme.ts'
import {joinNames} from '../model/join-names.ts'

/** The course's home page, which links every file of the student edition, and a README for the folder. */
export function renderSite(
  course: Course,
  artifacts: readonly WrittenArtifact[],
  {isVerified, theme}: {readonly theme: Theme; readonly isVerified: boolean},
): Artifact {
  const locale = localeFor(course)
  const html = serializeHtml(
    htmlDocument({
      language: course.language,
      title: course.title,
      policy: plainPolicy,
      head: [styleElement(theme.styles.site)],
      body: renderBody(course, artifacts, {locale, isVerified}),
    }),
  )
  const encoder = new TextEncoder()
  return {
    target: 'site',
    entry: 'index.html',
    files: [
      {path: 'index.html', contents: encoder.encode(html)},
      {path: 'README.md', contents: encoder.encode(renderReadme(artifacts, isVerified))},
    ],
  }
}

function renderBody(
  course: Course,
  artifacts: readonly WrittenArtifact[],
  {isVerified, locale}: {readonly locale: Locale; readonly isVerified: boolean},
): Element[] {
  const {words} = locale
  const numbered = course.chapters.filter(({role}) => role === 'chapter')
  const student = artifacts.filter(({target}) => typeof target === 'object' && target.edition === 'student')
  const hasDeck = student.some(({entry}) => entry === 'deck/index.html')
  return [
    h('header', [
      h('h1', course.title),
      h('p', {className: 'subtitle'}, course.subtitle),
      ...(course.description ? [h('p', course.description)] : []),
    ]),
    h('main', [
      ...(isVerified ? [] : [h('p', {className: ['verdict', 'failed']}, words.notVerified)]),
      h('ul', {className: 'outputs'}, [
        ...student.map((artifact) => outputLink(artifact, locale)),
        h('li', [h('a', {href: 'coverage/index.html'}, [words.coverage, h('small', 'coverage/index.html')])]),
      ]),
      h('h2', words.contents),
      h(
        'ol',
        {className: 'chapters'},
        numbered.map(({id, title}) => h('li', chapterLine(id, plainTitle(title, course.references), hasDeck))),
      ),
    ]),
    h('footer', [
      h('p', [
        [joinNames(course.authors, course.language), course.date, course.license.name].filter(Boolean).join(' · '),
      ]),
      h('p', words.offline),
    ]),
  ]
}

function chapterLine(id: string, title: string, hasDeck: boolean): Element {
  return hasDeck ? h('a', {href: `deck/index.html#/${id}`}, title) : h('span', title)
}

function outputLink(artifact: WrittenArtifact, locale: Locale): Element {
  const target = typeof artifact.target === 'object' ? artifact.target : ({output: 'deck', edition: 'student'} as const)
  return h('li', [h('a', {href: artifact.entry}, [outputName(target, locale), h('small', artifact.entry)])])
}

const explanations: Readonly<Record<Exclude<Output, 'handout'> | HandoutLayout, string>> = {
  deck: '放映用的 reveal.js 幻灯片，每章另有一份 / the reveal.js deck; one more for each chapter',
  epub: '电子书 / the e-book (EPUB 3.3)',
  pdf: '可打印的书 / the book to print',
  slides: '幻灯片，一页一张 / the slides, one a page',
  notes: '讲义：幻灯片旁附阅读文本 / the handout: each slide beside its text',
  lines: '讲义：每页三张，旁边有横线可写 / the handout: three slides a page beside lines to write on',
  '2up': '讲义：每页两张 / the handout: two slides a page',
  '4up': '讲义：每页四张 / the handout: four slides a page',
  '6up': '讲义：每页六张 / the handout: six slides a page',
  worksheet: '学习单：挖空的要点与练习 / the worksheet: key sentences with blanks, and the exercises',
}

/** Tells what each file is; the only file of the folder that is kept in git. */
function renderReadme(artifacts: readonly WrittenArtifact[], isVerified: boolean): string {
  const rows = artifacts.map(({entry, target}) => {
    if (typeof target === 'string') return ''
    const edition = target.edition === 'teacher' ? '教师版（勿公开） / teacher edition (do not publish): ' : ''
    return `| \`${entry}\` | ${edition}${explanations[target.output === 'handout' ? target.layout : target.output]} |\n`
  })
  const promise = isVerified
    ? '`teacher/` 以外的一切都可公开 / everything outside `teacher/` is safe to publish.'
    : '**没有核对过，请勿公开** / **not verified, do not publish**: `lectern build --no-verify`.'
  const coverage = isVerified
    ? '覆盖报告：每个小节在每个输出中的位置 / where every section is in every output'
    : '说明这些文件没有核对过 / says that these files are not verified'
  return `# dist

由 \`make build\` 生成，请勿手改 / made by \`make build\`; do not edit.
${promise}

| 文件 file | 内容 what it is |
| --- | --- |
| \`index.html\` | 课程主页 / the course's home page |
${rows.join('')}| \`coverage/index.html\` | ${coverage} |
| \`coverage/coverage.json\` | 同上，供程序读取 / the same for programs |
`
}
