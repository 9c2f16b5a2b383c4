import {toString} from 'mdast-util-to-string'
import {expect, test} from 'vitest'
import {sentencesOf} from '../../src/model/sentences.ts'
import {findLead} from '../../src/slides/find-lead.ts'

const split = (value: string) => sentencesOf([{type: 'text', value}]).map((one) => toString(one).trim())

test.each([
  ['Trees vs. graphs differ. Both matter.', ['Trees vs. graphs differ.', 'Both matter.']],
  ['Use a list, e.g. Python has one. Then sort.', ['Use a list, e.g. Python has one.', 'Then sort.']],
  ['It is new, i.e. Unseen. Yes.', ['It is new, i.e. Unseen.', 'Yes.']],
  ['See Fig. 3 and Eq. 4. Then stop.', ['See Fig. 3 and Eq. 4.', 'Then stop.']],
  ['Dr. Smith and J. R. Doe agree. So do we.', ['Dr. Smith and J. R. Doe agree.', 'So do we.']],
  ['Vaswani et al. 2017 say so. We do not.', ['Vaswani et al. 2017 say so.', 'We do not.']],
  ['It is No. 5 here. The answer is no. Next.', ['It is No. 5 here.', 'The answer is no.', 'Next.']],
  ['Take 3.5 or 3.x of them. Call f(). Done.', ['Take 3.5 or 3.x of them.', 'Call f().', 'Done.']],
  ['At https://a.cn/x?y=1 it is. Good.', ['At https://a.cn/x?y=1 it is.', 'Good.']],
  ['Wait... then go. Now.', ['Wait... then go.', 'Now.']],
  [
    'Apples, pears, etc. are fruit. Apples, etc. Then more.',
    ['Apples, pears, etc. are fruit.', 'Apples, etc.', 'Then more.'],
  ],
  ['Really?! Yes! So.', ['Really?!', 'Yes!', 'So.']],
  ['5!=120 holds. Good.', ['5!=120 holds.', 'Good.']],
  ['1. First it is. Then not.', ['1. First it is.', 'Then not.']],
  ['他说：“走吧。”然后走了。完', ['他说：“走吧。”', '然后走了。', '完']],
  ['真的吗？！是的……不是。', ['真的吗？！', '是的……不是。']],
  ['见 Fig. 3，即 e.g. 例子。下一句 vs. 上一句。', ['见 Fig. 3，即 e.g. 例子。', '下一句 vs. 上一句。']],
  [
    '无法共享（例如，它们完全不同吗？），这是问题（如土耳其语）。完。',
    ['无法共享（例如，它们完全不同吗？），这是问题（如土耳其语）。', '完。'],
  ],
  ['It fails (why? Nobody knows.) again. Then not.', ['It fails (why? Nobody knows.) again.', 'Then not.']],
  ['前一句。（这是一整句。）后一句。', ['前一句。', '（这是一整句。）', '后一句。']],
  ['没有合上（括号。后一句。', ['没有合上（括号。', '后一句。']],
  ['1) First it is. Then not.', ['1) First it is.', 'Then not.']],
  ['用 Node 22.x 即可。然后 3.5 版。', ['用 Node 22.x 即可。', '然后 3.5 版。']],
])('%s', (text, sentences) => {
  expect(split(text)).toEqual(sentences)
  // What a slide shows of it is its first.
  const lead = findLead([{type: 'text', value: `${text} ${'x'.repeat(200)}`}], 60)
  expect(sentences[0]).toContain(toString([...(lead ?? [])]).trim())
  expect(toString([...(lead ?? [])]).length).toBeGreaterThanOrEqual((sentences[0] ?? '').length - 2)
})

test('an abbreviation before emphasis does not end the sentence', () => {
  const sentences = sentencesOf([
    {type: 'text', value: 'Trees vs. '},
    {type: 'emphasis', children: [{type: 'text', value: 'graphs'}]},
    {type: 'text', value: ' differ.'},
  ])
  expect(sentences).toHaveLength(1)
})
