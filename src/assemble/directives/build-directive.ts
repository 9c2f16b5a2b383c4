import type {Block} from '../../model/block.ts'
import type {DirectiveName} from '../../model/directive-name.ts'
import type {Container} from '../../model/mdast.ts'
import type {Scope} from '../scope.ts'
import {buildCallout} from './callout.ts'
import {buildColumns} from './columns.ts'
import {buildCondition} from './condition.ts'
import {buildDetails} from './details.ts'
import {content} from './directive-content.ts'
import {buildExercise} from './exercise.ts'
import {buildGlossary} from './glossary.ts'
import {buildGroup} from './group.ts'
import {buildHint} from './hint.ts'
import {buildNotes} from './notes.ts'
import {buildQuiz} from './quiz.ts'
import {buildSlide} from './slide.ts'
import {buildSolution} from './solution.ts'
import {buildTheorem, buildUnnumberedTheorem} from './theorem.ts'

type BuildDirective = (node: Container, scope: Scope) => Block[]

/** One builder for each directive; the type checker asks for all of them. */
const builders: Readonly<Record<DirectiveName, BuildDirective>> = {
  caution: buildCallout('caution'),
  // Outside of columns it is only what it holds.
  column: content,
  columns: buildColumns,
  definition: buildTheorem('definition'),
  details: buildDetails,
  example: buildTheorem('example'),
  except: buildCondition,
  exercise: buildExercise,
  glossary: buildGlossary,
  hint: buildHint,
  important: buildCallout('important'),
  incremental: buildGroup('incremental'),
  lemma: buildTheorem('lemma'),
  nosplit: buildGroup('nosplit'),
  note: buildCallout('note'),
  notes: buildNotes,
  only: buildCondition,
  proof: buildUnnumberedTheorem('proof'),
  quiz: buildQuiz,
  remark: buildUnnumberedTheorem('remark'),
  slide: buildSlide,
  solution: buildSolution,
  theorem: buildTheorem('theorem'),
  tip: buildCallout('tip'),
  warning: buildCallout('warning'),
}

/** A directive as blocks. Unknown ones have a message already; what they hold stays. */
export function buildDirective(node: Container, scope: Scope): Block[] {
  const build = isKnown(node.name) ? builders[node.name] : content
  return build(node, scope)
}

const isKnown = (name: string): name is DirectiveName => Object.hasOwn(builders, name)
