import type {Paragraph, Root} from 'mdast'
import {visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {alignFormulas} from './align-formulas.ts'
import {applyAbbreviations} from './apply-abbreviations.ts'
import {applyTargets} from './apply-targets.ts'
import {checkClasses} from './check-classes.ts'
import {checkEmphasis} from './check-emphasis.ts'
import {checkFences} from './check-fences.ts'
import {checkForeignSyntax} from './check-foreign-syntax.ts'
import {checkLeftoverFences} from './check-leftover-fences.ts'
import {collectSuppressions} from './collect-suppressions.ts'
import type {ParseContext} from '../../model/parse-context.ts'
import {checkNesting} from './check-nesting.ts'
import {flattenTooDeep} from '../nesting.ts'
import {endAddresses} from './end-addresses.ts'
import {expandIncludes} from './expand-includes.ts'
import {joinCjkLines} from './join-cjk-lines.ts'
import {parseRawHtml} from './parse-raw-html.ts'
import {markAnchors} from './mark-anchors.ts'
import {partLinks} from './part-links.ts'
import {recogniseAnnotations} from './recognise-annotations.ts'
import {recogniseAttributes} from './recognise-attributes.ts'
import {recogniseCallouts} from './recognise-callouts.ts'
import {recogniseCitations} from './recognise-citations.ts'
import {recogniseCodeCaptions} from './recognise-code-captions.ts'
import {recogniseChunks} from './recognise-chunks.ts'
import {recogniseDetails} from './recognise-details.ts'
import {recogniseDirectives} from './recognise-directives.ts'
import {recogniseFigures} from './recognise-figures.ts'
import {recogniseForeignBlocks} from './recognise-foreign-blocks.ts'
import {recogniseForeignLinks} from './recognise-foreign-links.ts'
import {recogniseForeignRoles} from './recognise-foreign-roles.ts'
import {recogniseForeignText} from './recognise-foreign-text.ts'
import {recogniseGithubFormulas} from './recognise-github-formulas.ts'
import {recogniseLatex} from './recognise-latex.ts'
import {recognisePauses} from './recognise-pauses.ts'
import {recogniseReferences} from './recognise-references.ts'
import {recogniseRoles} from './recognise-roles.ts'
import {recogniseScripts} from './recognise-scripts.ts'
import {recogniseSpans} from './recognise-spans.ts'
import {removeEmpty} from './remove-empty.ts'
import {repairTables} from './repair-tables.ts'
import {reportForeign} from './report-foreign.ts'
import {replaceVariables} from './replace-variables.ts'
import {resolveDefinitions} from './resolve-definitions.ts'
import {unifyIdeographs} from './unify-ideographs.ts'

export type Transform = (tree: Root, file: VFile, context: ParseContext) => void

/** Does to captions of tables and code, which are no children of theirs, what it does to the text. */
const alsoInCaptions =
  (transform: Transform): Transform =>
  (tree, file, context) => {
    transform(tree, file, context)
    visit(tree, ['table', 'code'], (node) => {
      const {caption} = node.data ?? {}
      if (!caption) return
      const paragraph: Paragraph = {type: 'paragraph', children: caption}
      transform({type: 'root', children: [paragraph]}, file, context)
      node.data = {...node.data, caption: paragraph.children}
    })
  }

/** What a parsed chapter goes through, in this order. */
export const transforms: readonly Transform[] = [
  expandIncludes,
  flattenTooDeep,
  // Before all that report: it silences what the others report.
  collectSuppressions,
  reportForeign,
  // While nodes, and lines, are what was written.
  recogniseLatex,
  repairTables,
  recogniseForeignBlocks,
  applyTargets,
  // Before attributes, which its options become.
  recogniseChunks,
  checkFences,
  checkLeftoverFences,
  resolveDefinitions,
  endAddresses,
  // Before raw HTML is parsed element by element.
  recogniseDetails,
  // Before callouts and directives look at text: raw HTML may hold any of it.
  parseRawHtml,
  // After it: inline HTML makes levels that the parser did not see.
  flattenTooDeep,
  partLinks,
  // `[!NOTE]` stands before a soft break that is joined later.
  recogniseCallouts,
  recogniseDirectives,
  recogniseRoles,
  recogniseAttributes,
  recogniseCodeCaptions,
  recogniseAnnotations,
  alsoInCaptions(recogniseGithubFormulas),
  // After all that make displayed formulas.
  alignFormulas,
  alsoInCaptions(recogniseForeignLinks),
  alsoInCaptions(recogniseForeignRoles),
  alsoInCaptions(recogniseForeignText),
  alsoInCaptions(recogniseSpans),
  applyAbbreviations,
  alsoInCaptions(recogniseScripts),
  // After attributes, which tell an image's caption from its text.
  recogniseFigures,
  // What is no figure marks its place.
  markAnchors,
  checkClasses,
  recognisePauses,
  alsoInCaptions(recogniseReferences),
  // What is no cross-reference may be a citation.
  alsoInCaptions(recogniseCitations),
  alsoInCaptions(replaceVariables),
  alsoInCaptions(unifyIdeographs),
  // After all that may leave a paragraph without words.
  removeEmpty,
  checkForeignSyntax,
  checkNesting,
  // Last: the transforms above look at lines.
  alsoInCaptions(joinCjkLines),
  alsoInCaptions(checkEmphasis),
]
