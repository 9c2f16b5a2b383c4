import {expect, test} from 'vitest'
import {courseFrom, svgResource} from '../support/course-from.ts'

test('the hint of a missing image names one that is there, and never the image itself', () => {
  const named = ['flow.svg', 'flwo.svg'].map((name) => svgResource(name))
  const failures = new Map([['flwo.svg', {kind: 'missing'} as const]])
  const {files} = courseFrom(['# 章\n\n![图](flwo.svg)\n'], named, {failures})
  expect(files[0]?.messages.map(({note, ruleId}) => `${ruleId} ${note}`)).toEqual([
    expect.stringMatching(/^image-exists .*Did you mean flow\.svg\?/u),
  ])
})
