import {describe, expect, test} from 'vitest'
import {chapters, glossaryTerms} from './chapters.ts'

const terms = glossaryTerms()

/** What else the thing is called elsewhere; the course calls it by the glossary’s name. */
const rejected: Readonly<Record<string, readonly string[]>> = {
  词元: ['令牌', '标记化', '标记符'],
  词表: ['词汇表', '字典大小'],
  大语言模型: ['大型语言模型', '巨型语言模型', '大规模语言模型'],
  嵌入: ['词嵌入', '嵌入向量', '词向量'],
  注意力: ['注意机制', '关注度'],
  自注意力: ['自我注意', '内部注意力'],
  多头注意力: ['多头机制'],
  因果掩码: ['因果遮罩', '因果屏蔽', '掩膜', '因果遮蔽'],
  残差连接: ['跳跃连接', '捷径连接'],
  层归一化: ['层标准化', '层规范化'],
  前馈网络: ['前馈层', '前向网络'],
  前向传播: ['正向传播', '前馈传播'],
  反向传播: ['后向传播'],
  损失函数: ['代价函数', '成本函数'],
  权重: ['权值'],
  偏置: ['偏移量', '偏置项'],
  超参数: ['超级参数', '超参量'],
  过拟合: ['过度拟合', '过学习'],
  泛化: ['一般化能力', '推广能力'],
  批大小: ['批尺寸', '批次大小', '批量大小'],
  预训练: ['预先训练', '前训练'],
  微调: ['精调', '细调'],
  指令微调: ['指令调优', '指令精调'],
  偏好对齐: ['偏好调优', '偏好微调'],
  人类反馈强化学习: ['基于人类反馈的强化学习', '人类反馈的强化学习', '人工反馈强化学习'],
  奖励模型: ['回报模型', '奖赏模型'],
  提示词: ['提示语', '提示文本'],
  少样本提示: ['小样本提示', '少次提示', '少示例'],
  零样本提示: ['零次提示', '无样本'],
  思维链: ['思考链', '思路链', '推理链'],
  检索增强生成: ['检索增强式生成', '检索强化生成'],
  智能体: ['智能代理', '代理人'],
  提示注入: ['提示词注入', '提示攻击'],
  幻觉: ['幻想'],
  上下文长度: ['上下文窗口', '语境长度', '上下文大小'],
  KV缓存: ['键值缓存', 'KV Cache', 'kv缓存'],
  困惑度: ['混乱度', '迷惑度'],
  规模定律: ['缩放定律', '标度律', '扩展定律', '尺度定律', '规模法则'],
  蒸馏: ['知识提炼'],
  量化: ['定量化'],
  基准: ['基准测试集'],
  数据污染: ['数据泄漏', '数据泄露'],
  LoRA: ['Lora', 'LORA', '低阶适配', '低秩自适应'],
  GPU: ['图形卡', '图形处理单元'],
  文生图: ['文本生成图像', '文本到图像', '文字生图'],
  多模态: ['多模式'],
}

test('at least 40 terms, each once, each with its English name', () => {
  expect(terms.length).toBeGreaterThanOrEqual(40)
  expect(new Set(terms.map(({term}) => term)).size).toBe(terms.length)
  const without = terms.filter(({term, says}) => !/^（[A-Za-z]/u.test(says) && !/^[A-Za-z]+$/u.test(term))
  expect(without).toEqual([])
})

test('each is one sentence', () => {
  const longer = terms.filter(({says}) => !says.endsWith('。') || says.slice(0, -1).includes('。'))
  expect(longer).toEqual([])
})

test('each occurs in a chapter besides the glossary', () => {
  const others = chapters.filter(({name}) => name !== '90-glossary.md')
  expect(terms.filter(({term}) => !others.some(({text}) => text.includes(term))).map(({term}) => term)).toEqual([])
})

describe('one name for one thing', () => {
  test('the list of rejected names is about terms of the glossary', () => {
    const known = new Set(terms.map(({term}) => term))
    expect(Object.keys(rejected).filter((term) => !known.has(term))).toEqual([])
  })

  test.each(Object.entries(rejected))('%s', (_, names) => {
    const found = chapters.flatMap(({name, text}) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          names.filter((other) => line.includes(other)).map((other) => `${name}:${index + 1} ${other}`),
        ),
    )
    expect(found).toEqual([])
  })
})
