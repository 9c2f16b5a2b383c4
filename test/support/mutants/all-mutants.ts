import {missingFromNavigation} from './missing-from-navigation.ts'
import {formulaAltered} from './formula-altered.ts'
import {listItemLost} from './list-item-lost.ts'
import {wrongImage, blankImage, altTextRemoved} from './image-damaged.ts'
import {footnoteCut, footnoteMark} from './footnote-damaged.ts'
import {spineDamaged} from './spine-damaged.ts'
import {wrongPageList, wrongPageLabel} from './page-names.ts'
import {pageDamaged} from './page-damaged.ts'
import {pdfUntagged, noToUnicode} from './pdf-untagged.ts'
import {slideDamaged} from './slide-damaged.ts'
import {readingMissing, teacherNotesMissing, fragmentNeverShown} from './reading-missing.ts'
import {tofu} from './tofu.ts'
import {emptyFile, truncatedFile} from './file-damaged.ts'
import {wrongMetadata} from './wrong-metadata.ts'
import {misreadText} from './mojibake.ts'
import {wrongLanguage} from './wrong-language.ts'
import {deadInternalLink, deadFileLink} from './dead-link.ts'
import {networkRequest} from './network-request.ts'
import {hiddenText} from './hidden-text.ts'
import {privateLeak} from './private-leak.ts'
import {overflow} from './overflow.ts'
import {wrongNumber} from './wrong-number.ts'
import {wrongReference} from './wrong-reference.ts'
import {rowLost, columnLost, cellsSwapped} from './table-damaged.ts'
import {blockDropped} from './block-dropped.ts'
import {blockDuplicated} from './block-duplicated.ts'
import {blockHalved} from './block-halved.ts'
import {blockMoved} from './block-moved.ts'
import {blocksSwapped} from './blocks-swapped.ts'
import {codeCharacter, codeWhiteSpace} from './code-changed.ts'
import {digitChanged} from './digit-changed.ts'
import {slidesLost} from './slides-lost.ts'
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
  ...misreadText,
  ...wrongLanguage,
  ...deadInternalLink,
  ...deadFileLink,
  ...networkRequest,
  ...hiddenText,
  ...privateLeak,
  ...overflow,
  ...wrongNumber,
  ...wrongReference,
  ...rowLost,
  ...columnLost,
  ...cellsSwapped,
  ...missingFromNavigation,
  ...formulaAltered,
  ...listItemLost,
  ...wrongImage,
  ...blankImage,
  ...altTextRemoved,
  ...footnoteCut,
  ...footnoteMark,
  ...spineDamaged,
  ...wrongPageList,
  ...wrongPageLabel,
  ...pageDamaged,
  ...pdfUntagged,
  ...noToUnicode,
  ...slideDamaged,
  ...slidesLost,
  ...readingMissing,
  ...teacherNotesMissing,
  ...fragmentNeverShown,
  ...tofu,
  ...emptyFile,
  ...truncatedFile,
  ...wrongMetadata,
]
