import {expect, test} from 'vitest'
import {courseFrom} from '../support/course-from.ts'

function read(attributes: string): {readonly slide: Readonly<Record<string, string>>; readonly rules: string[]} {
  const {course, files} = courseFrom([`# 章\n\n## 节 {${attributes}}\n\n文\n`])
  const rules = files.flatMap(({messages}) => messages).map(({ruleId}) => ruleId ?? '')
  return {slide: course.chapters[0]?.sections[0]?.slideAttributes ?? {}, rules}
}

test.each([
  ['transition="fade-in slide-out"', {'data-transition': 'fade-in slide-out'}],
  ['data-transition=none transition-speed=slow', {'data-transition': 'none', 'data-transition-speed': 'slow'}],
  ['auto-animate', {'data-auto-animate': ''}],
  ['auto-animate=true auto-animate-id=a', {'data-auto-animate': 'true', 'data-auto-animate-id': 'a'}],
  [
    'auto-animate-easing="cubic-bezier(0.1, 0, 1, 1)" auto-animate-duration=0.5',
    {'data-auto-animate-easing': 'cubic-bezier(0.1, 0, 1, 1)', 'data-auto-animate-duration': '0.5'},
  ],
  ['data-autoslide=5000 timing=90', {'data-autoslide': '5000', 'data-timing': '90'}],
  ['visibility=uncounted', {'data-visibility': 'uncounted'}],
  ['state="dark wide"', {'data-state': 'state-dark state-wide'}],
])('a slide has %s', (attributes, slide) => {
  expect(read(attributes)).toEqual({slide, rules: []})
})

test.each([
  'data-notes="&lt;img src=x onerror=alert(1)&gt;"',
  'data-state=reveal-print',
  'state="&lt;"',
  'data-markdown=x.md',
  'data-src=x',
  'data-background-iframe=//example.org',
  'background-video=x.mp4',
  'data-preview-link=//example.org',
  'data-visibility=hidden-for-good',
  'auto-animate-easing="ease; background:url(//example.org)"',
  'transition=other',
  'timing=soon',
  'data-id=a',
  'onclick=alert(1)',
  'constructor=x',
  'toString=x',
])('a slide does not have %s, and that is said', (attributes) => {
  expect(read(attributes)).toEqual({slide: {}, rules: ['attribute-is-known']})
})
