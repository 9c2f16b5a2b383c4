import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** What a paragraph may announce; `first` stands in the first line of the block, or in its caption. */
const announced: Readonly<Record<string, (first: string) => string>> = {
  'long listing': (first) =>
    `\`\`\`python\nprint("${first}")\n${times(19, (row) => `print(${row})`).join('\n')}\n\`\`\``,
  listing: (first) => `\`\`\`python\nprint("${first}")\n${times(5, (row) => `print(${row})`).join('\n')}\n\`\`\``,
  'titled listing': (first) =>
    `\`\`\`python {title="${first}"}\n${times(5, (row) => `print(${row})`).join('\n')}\n\`\`\``,
  table: (first) => `| ${first} | 乙 |\n| --- | --- |\n${times(4, (row) => `| ${row} | 丙 |`).join('\n')}`,
  'long table': (first) =>
    `| ${first} | 乙 |\n| --- | --- |\n${times(60, (row) => `| 行${row} | ${first} |`).join('\n')}`,
  list: (first) => `- ${first}\n- 第二项\n- 第三项`,
  'nested list': (first) => `1. ${first}\n   - 里面\n   - 里面二\n2. 第二项`,
  callout: (first) => `> [!NOTE]\n> ${first}\n>\n> 第二段。`,
  quote: (first) => `> ${first}\n>\n> 第二段。`,
  definition: (first) => `${first}\n: 它的意思。\n\n另一个\n: 另一个意思。`,
  figure: (first) => `![${first}](box.svg){width=50% alt="方框"}`,
  equation: (first) => `$$\n\\text{${first}} = \\frac{1}{2}\n$$ {#eq-${first.slice(1).toLowerCase()}}`,
  prose: (first) => `${first}一段文字，比一行要长，所以会排到第二行去，看它是不是和上面的那一段在一起，再长一点。`,
  // In an item, where what announces is no paragraph of its own.
  'listing in an item': (first) =>
    `- 项里的话引出${first.slice(1)}甲：\n\n  \`\`\`python\n  print("${first}")\n  print(2)\n  \`\`\`\n- 第二项`,
  nosplit: (first) =>
    `:::nosplit\n${first}\n\n${times(6, (row) => `不分开的第${row}段，${first}。`).join('\n\n')}\n:::`,
}

export interface Announcement {
  readonly kind: string
  /** The last words of the paragraph that announces, and the first of what it announces. */
  readonly lead: string
  readonly first: string
}

/** A course in which each kind of block is announced at so many heights of the page; filler paragraphs name themselves in every line. */
export async function writePageBreakCourse(folder: string, count: number): Promise<Announcement[]> {
  await mkdir(folder, {recursive: true})
  const announcements: Announcement[] = []
  const chapters = Object.entries(announced).map(([kind, block], chapter) => {
    const parts = times(count, (index) => {
      const name = `${String.fromCodePoint(65 + chapter)}${String(index).padStart(3, '0')}`
      const first = kind === 'equation' ? `(${chapter + 1}-${index})` : `首${name}`
      const lead = kind === 'listing in an item' ? `引出${name}甲：` : `引出${name}：`
      announcements.push({kind, lead, first})
      const filler = `段${name}。`.repeat(7 + ((index * 13) % 41))
      return `${filler}\n\n下面的话引出${name}：\n\n${block(`首${name}`)}\n\n收${name}。`
    })
    return {name: `${chapter}.md`, text: `# 先说后看${kind}\n\n${parts.join('\n\n')}\n`}
  })
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#ccc"/></svg>'
  await writeFile(path.join(folder, 'box.svg'), svg)
  await Promise.all(chapters.map(({name, text}) => writeFile(path.join(folder, name), text)))
  const config = {
    title: '分页',
    date: '2026-01-01',
    identifier: 'https://example.org/pages',
    slug: 'pages',
    chapters: chapters.map(({name}) => name),
  }
  await writeFile(path.join(folder, 'course.yml'), JSON.stringify(config))
  return announcements
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({length: count}, (_value, index) => make(index + 1))
