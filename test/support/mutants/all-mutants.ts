import {blockDropped} from './block-dropped.ts'
import {blockDuplicated} from './block-duplicated.ts'
import {blockHalved} from './block-halved.ts'
import {blockMoved} from './block-moved.ts'
import {blocksSwapped} from './blocks-swapped.ts'
import {codeCharacter, codeWhiteSpace} from './code-changed.ts'
import {digitChanged} from './digit-changed.ts'
import type {Mutant} from './mutant.ts'
import {sentenceCut} from './sentence-cut.ts'

export const allMutants: readonly Mutant[] = [
  ...blockDropped,
  ...blockHalved,
  ...blocksSwapped,
  ...blockMoved,
  ...blockDuplicated,
  ...sentenceCut,
  ...codeWhiteSpace,
  ...codeCharacter,
  ...digitChanged,
]
