import type {Condition} from '../condition.ts'

const why = 'lectern writes neither scripts nor media, nor actions other than links; `x-is-plain` reports any.'
const kind = 'not applicable to what lectern writes'

export const flickerColourSound: readonly Condition[] = [
  {id: '03-001', clause: '7.1', english: 'An action leads to flickering', kind, why},
  {id: '03-002', clause: '7.1', english: 'A multimedia object flickers', kind, why},
  {id: '03-003', clause: '7.1', english: 'A script leads to flickering', kind, why},
  {
    id: '04-001',
    clause: '7.1',
    english: 'Contrast, colour, format or layout says what no tag says',
    kind: 'needs a person',
    why: 'What a colour is to say is in the author’s mind; that text can be told from its ground is checked by `theme-has-contrast`.',
  },
  {id: '05-001', clause: '7.1', english: 'Sound of a media annotation is in no other form', kind, why},
  {id: '05-002', clause: '7.1', english: 'An audio annotation is in no other form', kind, why},
  {id: '05-003', clause: '7.1', english: 'A script beeps and tells it in no other way', kind, why},
]
