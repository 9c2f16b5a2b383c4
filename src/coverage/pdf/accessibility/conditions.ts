import type {Condition} from './condition.ts'
import {realContent} from './conditions/01-real-content.ts'
import {roleMapping} from './conditions/02-role-mapping.ts'
import {flickerColourSound} from './conditions/03-05-flicker-colour-sound.ts'
import {metadata} from './conditions/06-07-metadata.ts'
import {appropriateTags} from './conditions/08-09-appropriate-tags.ts'
import {text} from './conditions/10-12-text.ts'
import {graphicsAndHeadings} from './conditions/13-14-graphics-headings.ts'
import {tablesAndLists} from './conditions/15-16-tables-lists.ts'
import {formulasAndNotes} from './conditions/17-19-formulas-notes.ts'
import {documentFeatures} from './conditions/20-27-document.ts'
import {annotations} from './conditions/28-annotations.ts'
import {linksAndMedia} from './conditions/28-links-and-media.ts'
import {printerMarks} from './conditions/28-printer-marks.ts'
import {actionsAndObjects} from './conditions/29-30-actions-objects.ts'
import {compositeFonts} from './conditions/31-composite-fonts.ts'
import {embedding} from './conditions/31-embedding.ts'
import {trueTypeFonts} from './conditions/31-truetype-fonts.ts'
import {unicode} from './conditions/31-unicode.ts'
import {ownConditions} from './conditions/own-conditions.ts'

/**
 * Every failure condition of the Matterhorn Protocol 1.1 (PDF Association, 2021, CC BY 4.0) for PDF/UA-1 (ISO 14289-1:2014), in its
 * order and in our words, and after them our own.
 */
export const conditions: readonly Condition[] = [
  ...realContent,
  ...roleMapping,
  ...flickerColourSound,
  ...metadata,
  ...appropriateTags,
  ...text,
  ...graphicsAndHeadings,
  ...tablesAndLists,
  ...formulasAndNotes,
  ...documentFeatures,
  ...annotations,
  ...linksAndMedia,
  ...printerMarks,
  ...actionsAndObjects,
  ...compositeFonts,
  ...embedding,
  ...trueTypeFonts,
  ...unicode,
  ...ownConditions,
]
