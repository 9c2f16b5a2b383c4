import {describe, expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

const paths = ['guide/01.md', 'guide/02-more.md', 'README.md', 'deep/index.md']

/** Where a link in `guide/01.md` leads, and what is said of it. */
function follow(url: string) {
  const chapters = [`# 甲\n\n[去](${url})`, '# 乙\n\n## 小节\n\n文。', '# 丙\n\n文。', '# 丁\n\n文。']
  const {course, files} = courseFrom(chapters, [], {paths})
  const [found] = /"url":"(?<url>[^"]*)"/u.exec(JSON.stringify(course.chapters))?.slice(1) ?? []
  return {url: found, messages: files.flatMap((file) => file.messages.map(({reason}) => reason.split(' / ')[0]))}
}

test.each([
  ['02-more.md', '#ch-02-more'],
  ['02-more.html', '#ch-02-more'],
  ['02-more', '#ch-02-more'],
  ['02-more/', '#ch-02-more'],
  ['/guide/02-more', '#ch-02-more'],
  ['/guide/02-more.html#小节', '#sec-2-1'],
  ['./02-more.html?x=1#%E5%B0%8F%E8%8A%82', '#sec-2-1'],
  ['../', '#readme'],
  ['../index.html', '#readme'],
  ['../README.md', '#readme'],
  ['../deep', '#deep'],
  ['../deep/', '#deep'],
  ['../deep/index.html', '#deep'],
  ['/deep/README.md', '#deep'],
  ['#', '#ch-01'],
  ['<https://example.org/a b>', 'https://example.org/a%20b'],
  ['<https://example.org/a"{|}>', 'https://example.org/a%22%7B%7C%7D'],
  ['https://example.org/100%', 'https://example.org/100%25'],
  ['https://example.org/%E4%B8%AD', 'https://example.org/%E4%B8%AD'],
  ['https://example.org/中文_(甲)', 'https://example.org/中文_(甲)'],
  ['https://example.org/a[1]', 'https://example.org/a%5B1%5D'],
  ['mailto:a@b.cn', 'mailto:a@b.cn'],
])('%s leads to %s', (url, target) => {
  expect(follow(url)).toEqual({url: target, messages: []})
})

describe('a link from the root of a site', () => {
  const followIn = (url: string, from: string, to: readonly string[]) => {
    const texts = [`# 甲\n\n[去](${url})`, ...to.map((name) => `# ${name}\n\n文。`)]
    const {course, files} = courseFrom(texts, [], {paths: [from, ...to]})
    const [target] = /"url":"#(?<id>[^"]*)"/u.exec(JSON.stringify(course.chapters[0]))?.slice(1) ?? []
    const chapter = course.chapters.find(({id}) => id === target)
    return {to: chapter?.sourcePath, messages: files.flatMap((file) => file.messages.map(({ruleId}) => ruleId))}
  }

  test.each([
    ['/docs/content/pages/', 'content.en/docs/a.md', ['content.en/docs/content/pages.md']],
    ['/docs/content/', 'content.en/docs/a.md', ['content.en/docs/content/_index.md']],
    ['/', 'content.en/docs/a.md', ['content.en/_index.md']],
    ['/guide/', 'zh/a.md', ['zh/guide.md', 'en/guide.md']],
    ['/guide/', 'zh/a.md', ['guide.md', 'zh/guide.md']],
    ['/guide/', 'a.md', ['site/docs/guide.md', 'site/docs/other-guide.md']],
    ['/2020/shell/', '_2019/a.md', ['_2020/shell.md']],
    ['/2020/', '_2019/a.md', ['_2020/index.md', '_2020/shell.md']],
  ])('%s in %s leads to the first of %j', (url, from, to) => {
    expect(followIn(url, from, to)).toEqual({to: to[0], messages: []})
  })

  test('that may mean two chapters leads to none of them', () => {
    expect(followIn('/guide/', 'a.md', ['en/guide.md', 'zh/guide.md'])).toEqual({
      to: undefined,
      messages: ['link-resolves'],
    })
  })
})

test.each([
  ['', '', '链接没有地址'],
  ['02-more.md#没有', '#ch-02-more', '链接 `02-more.md#没有` 所指的标题或标识符不在那一章里'],
  ['03-none.html', '03-none.html', '链接 `03-none.html` 在课程里找不到'],
  ['https://', '', '`https://` 不是网址'],
])('%j is reported once', (url, target, message) => {
  expect(follow(url)).toEqual({url: target, messages: [message]})
})

test('the name of a link that has no definition is reported, with the nearest', () => {
  const {files} = courseFrom([
    '# 章\n\n[甲][yi]，数组 a[0][1]，[^1][^1]，[乙][]，[丙][ding]。\n\n[^1]: 注。\n\n[ding]: https://example.org',
  ])
  const messages = files.flatMap((file) => file.messages)
  expect(messages.map(({column, line, ruleId}) => `${line}:${column} ${ruleId}`)).toEqual([
    '3:1 link-resolves',
    '3:29 link-resolves',
  ])
})
