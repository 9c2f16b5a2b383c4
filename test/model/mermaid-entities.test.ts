import {expect, test} from 'vitest'
import {isAscii, replaceEntities} from '../../src/model/mermaid-entities.ts'

test.each([
  ['A["#9829; 与 #infin;"]', 'A["♥ 与 ∞"]'],
  ['A["#128512;"]', 'A["😀"]'],
  ['A["#quot;x#quot; #35; #amp;"]', 'A["#quot;x#quot; #35; #amp;"]'],
  ['A["#nothing; #55296; #99999999;"]', 'A["#nothing; #55296; #99999999;"]'],
  ['  style A fill:#9829;', '  style A fill:#9829;'],
  ['classDef a fill:#fff;', 'classDef a fill:#fff;'],
])('%s', (source, expected) => {
  expect(replaceEntities(source, (one) => (isAscii(one) ? undefined : one))).toBe(expected)
})
