import {readdirSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {findFaintPairs} from '../../src/theme/check-contrast.ts'
import {loadTheme, type Theme} from '../../src/theme/load-theme.ts'

/** A course's own theme of these files, and what is said of them. */
async function ownTheme(files: Record<string, string>): Promise<{theme: Theme; messages: string[]}> {
  const own = Object.entries(files).map(([name, value]) => new VFile({path: `theme/${name}`, value}))
  const theme = await loadTheme({name: 'lectern', own})
  return {theme, messages: own.flatMap((file) => file.messages.map(String))}
}

/** The theme with tokens from `course.yml`, and what is said of them. */
async function withTokens(
  tokens: Record<string, string>,
  slideTokens: Record<string, string> = {},
  name = 'lectern',
): Promise<{theme: Theme; messages: string[]}> {
  const file = new VFile({path: 'course.yml'})
  const placeOf = (keys: readonly string[]) => {
    const place = {line: keys[0] === 'tokens' ? 1 : 2, column: 1}
    return {start: place, end: place}
  }
  const theme = await loadTheme({name, own: [], course: {file, tokens, slideTokens, placeOf}})
  return {theme, messages: file.messages.map(({line, reason, ruleId}) => `${line} ${ruleId} ${reason}`)}
}

describe.each(readdirSync('themes'))('the theme %s', (name) => {
  test('has colours that can be told apart wherever they meet, in the book and on slides', async () => {
    const {tokens} = await loadTheme({name, own: []})
    expect(findFaintPairs(tokens.everywhere)).toEqual([])
    expect(findFaintPairs(new Map([...tokens.everywhere, ...tokens.slides]))).toEqual([])
  })

  test('names no token that it does not have', async () => {
    const {styles, tokens} = await loadTheme({name, own: []})
    // Set on the spot, by the writer of handouts, by a figure for its frame, by reveal.js, or by the code that is coloured.
    const local = new Set(
      'slide-w slide-h box-w sheet-h title-h dark figure-padding height picture-height ratio'.split(' '),
    )
    const used = Object.values(styles).flatMap((css) => [...css.matchAll(/var\(--(?<name>[\w-]+)/gu)])
    const unknown = used.map(({groups}) => groups?.['name'] ?? '').filter((one) => !tokens.everywhere.has(one))
    expect(unknown.filter((one) => !local.has(one))).toEqual([])
  })

  test('leaves the e-book no custom properties of its own: old readers know none', async () => {
    const {styles} = await loadTheme({name, own: []})
    expect(styles.epub.match(/var\(--(?!dark)[^)]*\)/gu)).toBeNull()
  })
})

test('a theme that does not exist is named with those that do', async () => {
  await expect(loadTheme({name: 'papre', own: []})).rejects.toThrow(/没有主题 papre.*paper/u)
})

describe('tokens of a course', () => {
  test('hold in every output, and those of slides on slides', async () => {
    const {messages, theme} = await withTokens({accent: '#0f5132', 'accent-pale': '#e7f1ec'}, {'slide-text': '30px'})
    expect(messages).toEqual([])
    expect(theme.styles.content).toContain(':root { --accent: #0f5132; --accent-pale: #e7f1ec; }')
    expect(theme.styles.content).toContain('--slide-text: 30px;')
    expect(theme.styles.epub).toContain('#0f5132')
    expect(theme.tokens.everywhere.get('slide-text')?.value).toBe('28px')
    expect(theme.tokens.slides.get('slide-text')?.value).toBe('30px')
  })

  test('that are faint, unknown or of the wrong kind are reported where they stand', async () => {
    const {messages} = await withTokens({muted: '#bbbbbb', accnt: '#000', 'slide-text': 'red', paper: 'url(x.png)'})
    expect(messages).toMatchInlineSnapshot(`
      [
        "1 theme-is-valid 主题没有 \`accnt\` / Unexpected token \`accnt\`",
        "1 theme-is-valid \`slide-text\` 不能是 \`red\` / Unexpected value \`red\` of the token \`slide-text\`",
        "1 theme-is-valid \`paper\` 不能是 \`url(x.png)\` / Unexpected value \`url(x.png)\` of the token \`paper\`",
        "1 theme-has-contrast 书中 \`muted\` 在 \`accent-pale\` 上只有 1.7:1 / Unexpected contrast of \`muted\` on \`accent-pale\` in the book: 1.7:1, expected at least 4.5:1",
      ]
    `)
  })

  test('cannot break out of their declaration', async () => {
    const {messages, theme} = await withTokens({ink: 'red; } body { background: url(//x)', sans: 'x; }'})
    expect(messages).toHaveLength(2)
    expect(theme.styles.content).not.toContain('url(')
  })

  test('hold on the dark slides of night, too, where they must be bright enough', async () => {
    const {messages} = await withTokens({accent: '#0f5132'}, {}, 'night')
    expect(messages.join('\n')).toContain('on slides')
    expect((await withTokens({accent: '#0f5132'}, {accent: '#8fd9b0'}, 'night')).messages).toEqual([])
  })
})

describe('a theme of a course', () => {
  test('goes on from the one that it extends', async () => {
    const {messages, theme} = await ownTheme({
      'theme.yml': 'name: ours\nextends: paper\ndensity: {lead: 30, item: 30, list: 90, container: 80}\n',
      'tokens.css': ':root { --accent: #0f5132; }',
      'deck.css': '.slide-title { border: 0; }',
    })
    expect(messages).toEqual([])
    expect(theme.density.lead).toBe(30)
    expect(theme.sizes).toEqual({text: 18, code: 14})
    expect(theme.faces.length).toBeGreaterThan(5)
    expect(theme.tokens.everywhere.get('accent')?.value).toBe('#0f5132')
    expect(theme.styles.deck.trimEnd().endsWith('.slide-title { border: 0; }')).toBe(true)
    expect(theme.styles.deck).toContain('border-left: 28px solid')
  })

  test('is told its mistakes by file and line', async () => {
    const {messages} = await ownTheme({
      'theme.yml': 'name: ours\nsizes: {text: 9, code: 14}\nfonts: []\n',
      'tokens.css': ':root {\n  --muted: #cccccc;\n}\n',
      'deck.css': '@import "x.css";\n.slide { background: url(https://example.org/a.png); }\n',
      'book.css': 'p { color: ;; }\n} q',
    })
    expect(messages).toMatchInlineSnapshot(`
      [
        "theme/theme.yml:2:15-2:16: 主题的 \`sizes.text\` 不对 / Unexpected \`sizes.text\` of a theme: Invalid value: Expected >=18 but received 9",
        "theme/theme.yml:3:8-3:10: 主题的 \`fonts\` 不对 / Unexpected \`fonts\` of a theme: Invalid key: Expected never but received "fonts"",
        "theme/tokens.css:2:3-2:19: 书中 \`muted\` 在 \`accent-pale\` 上只有 1.4:1 / Unexpected contrast of \`muted\` on \`accent-pale\` in the book: 1.4:1, expected at least 4.5:1",
        "theme/deck.css:1:1: 样式表不能用 \`@import\` / Unexpected \`@import\` in a style sheet: it must neither refer to other files nor run anything",
        "theme/deck.css:2:22: 样式表不能用 \`url(https://example.org/a.png)\` / Unexpected \`url(https://example.org/a.png)\` in a style sheet: it must neither refer to other files nor run anything",
        "theme/book.css:2:1: 样式表有错 / Cannot read the style sheet: Selector is expected",
        "theme/book.css:2:4: 样式表有错 / Cannot read the style sheet: "{" is expected",
      ]
    `)
  })
})
