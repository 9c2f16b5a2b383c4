/** Chapters too large for a file in the repository: each shows one trait of long or careless books. */
export const generatedChapters: Readonly<Record<string, () => string>> = {
  'ten thousand lines': () => `# 一万行\n\n${'这一行接着下一行，中间没有空行。\n'.repeat(10_000)}`,
  'one megabyte': () => `# 一兆\n\n${paragraphs(10_000)}`,
  'ten megabytes': () => `# 十兆\n\n${paragraphs(140_000)}`,
  'two hundred columns': () => {
    const row = (cell: string) => `|${` ${cell} |`.repeat(200)}\n`
    return `# 宽表\n\n${row('列')}${row('---')}${row('值').repeat(5)}`
  },
  'three hundred lines of code': () =>
    `# 长代码\n\n\`\`\`python\n${Array.from({length: 300}, (_, index) => `x${index} = ${index}\n`).join('')}\`\`\`\n`,
  'two hundred nested lists': () =>
    `# 深列表\n\n${Array.from({length: 200}, (_, index) => `${'  '.repeat(index)}- 层 ${index}\n`).join('')}`,
  'two hundred nested quotes': () => `# 深引文\n\n${'>'.repeat(200)} 底\n`,
  'two thousand headings': () => `# 多节\n\n${'## 小结\n\n内容。\n\n'.repeat(2000)}`,
  'nothing but brackets': () =>
    `# 括号\n\n${'['.repeat(5000)}\n\n${']{.x}'.repeat(2000)}\n\n${'[a]{.x}'.repeat(2000)}\n`,
  'nothing but dollars': () => `# 美元\n\n${'$'.repeat(5000)}\n\n${'$ a '.repeat(2000)}\n`,
  'nothing but stars': () => `# 星号\n\n${'**a'.repeat(2000)}\n\n${'*a_b'.repeat(2000)}\n`,
  'thousands of open elements': () => `# 不闭合\n\n${'<div>'.repeat(3000)}字\n`,
  'thousands of nested quotes': () => `# 更深\n\n${'>'.repeat(3000)} 字\n`,
  'thousands of footnotes': () =>
    `# 脚注\n\n${Array.from({length: 1000}, (_, index) => `文[^${index}]\n\n[^${index}]: 注 ${index}\n\n`).join('')}`,
  'one line of a megabyte': () => `# 长行\n\n${'没有空格的一行'.repeat(50_000)}\n`,
  'control characters': () => '# 控制字符\n\n甲\u0000乙\u0001丙\uFFFE丁\uD800戊\u202E己\n',
}

const paragraphs = (count: number) =>
  Array.from({length: count}, (_, index) => `第 ${index} 段：**参数**决定本事，公式 $x^2$ 与 \`code\`。\n\n`).join('')
