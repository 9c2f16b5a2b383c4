/** Chapters made from a seed: every construct, in lengths that no author planned for. */
export function stressChapter(number: number): string {
  const random = seeded(number)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const sentence = () =>
    `${Array.from({length: between(2, 9)}, () => pick(words)).join('')}${pick(['。', '。', '？', '；'])}`
  const text = (sentences: number) => Array.from({length: sentences}, sentence).join('')
  const times = (count: number, make: (index: number) => string) =>
    Array.from({length: count}, (_value, index) => make(index))
  const blocks: readonly (() => string)[] = [
    () => text(between(1, 9)),
    () => `**${text(1)}**${text(between(1, 6))}`,
    () => times(between(2, 16), () => `- ${text(between(1, 4))}`).join('\n'),
    () =>
      times(between(1, 4), () => `- ${text(1)}\n${times(between(1, 5), () => `  - ${text(1)}`).join('\n')}`).join('\n'),
    () => times(between(2, 12), (index) => `${index + 1}. ${text(1)}`).join('\n'),
    () => {
      const columns = between(2, 7)
      const row = (make: () => string) => `| ${times(columns, make).join(' | ')} |`
      return [row(() => pick(words)), row(() => '---'), ...times(between(1, 18), () => row(() => pick(words)))].join(
        '\n',
      )
    },
    () =>
      `\`\`\`python\n${times(between(1, 40), (index) => `value_${index} = compute(${index}, "${pick(words)}")`).join('\n')}\n\`\`\``,
    () =>
      `> [!${pick(['NOTE', 'TIP', 'WARNING'])}]\n${times(between(1, 6), () => `> ${text(between(1, 4))}\n>`).join('\n')}`,
    () => times(between(1, 5), () => `> ${text(between(1, 5))}\n>`).join('\n'),
    () => `$$\n${times(between(1, 6), () => String.raw`\frac{a_${between(1, 9)}}{b}`).join(' + ')}\n$$`,
    () =>
      `:::exercise\n${text(between(1, 5))}\n\n${times(between(0, 6), (index) => `${index + 1}. ${text(1)}`).join('\n')}\n:::`,
    () => `${pick(words)}\n: ${text(between(1, 4))}\n\n${pick(words)}\n: ${text(1)}`,
    () => `长地址 https://example.org/${times(between(3, 20), () => 'averylongpathsegment').join('/')} 在句中。`,
    () =>
      `\`\`\`dot {alt="甲到乙"}\ndigraph { ${times(between(1, 6), (index) => `n${index} -> n${index + 1};`).join(' ')} }\n\`\`\``,
    () => ':::columns\n左。\n\n:::',
    // What is long in a container.
    () =>
      `> [!TIP] ${pick(words)}\n> ${text(2)}\n>\n> \`\`\`python\n${times(between(1, 40), (index) => `> value_${index} = ${index}`).join('\n')}\n> \`\`\``,
    () =>
      `> [!NOTE]\n> | 甲 | 乙 |\n> | - | - |\n${times(between(1, 20), () => `> | ${pick(words)} | ${text(between(1, 2))} |`).join('\n')}`,
    () =>
      `:::::exercise\n${text(1)}\n\n::::hint\n${text(between(1, 3))}\n\n${times(between(1, 16), () => `- ${text(1)}`).join('\n')}\n::::\n:::::`,
    () =>
      `\`\`\`python {slide="2-4"}\n${times(between(4, 12), (index) => `value_${index} = ${index}`).join('\n')}\n\`\`\``,
    () => '---',
    // What comes step by step.
    () => '. . .',
    () => '. . .',
    () => {
      const lines = between(3, 30)
      const code = times(lines, (index) => `value_${index} = ${index}`).join('\n')
      return `\`\`\`python {1|2-${lines}}\n${code}\n\`\`\``
    },
    () => `:::incremental\n${times(between(2, 20), () => `- ${text(1)}`).join('\n')}\n:::`,
    () => `> ${text(1)}\n>\n> . . .\n>\n> ${text(1)}`,
  ]
  const section = (index: number) =>
    `${pick(['##', '##', '###'])} 节 ${index}：${text(1).slice(0, between(4, 30))}\n\n${times(between(0, 7), () => pick(blocks)()).join('\n\n')}`
  return `# 第 ${number} 个压力章\n\n${text(2)}\n\n${times(between(2, 6), section).join('\n\n')}\n`
}

const words = [
  '模型',
  '参数',
  '从数据中学习',
  '预测',
  'Transformer',
  '下一个词元',
  '损失函数',
  '反复调整',
  'gradient descent',
  '很多很多步以后',
  '，',
  '例如',
  '3.14',
  '注意力机制',
]

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed * 0x9e3779b9
  return () => {
    state = Math.trunc(state + 0x6d2b79f5)
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
