import type {Course} from './model/course.ts'
import type {Target} from './model/output.ts'
import type {Companion} from './reveal/render-deck.ts'

/** Where a PDF stands below the output folder. */
export function pdfPath({slug}: Course, target: Target): string {
  const folder = target.edition === 'teacher' ? 'teacher/' : ''
  return `${folder}${slug}${suffixOf(target)}.pdf`
}

function suffixOf(target: Target): string {
  if (target.output === 'pdf') return ''
  if (target.output !== 'handout' || target.layout === 'notes') return `-${target.output}`
  return target.layout === 'worksheet' ? '-worksheet' : `-handout-${target.layout}`
}

/** The PDFs of the same build that a deck links: those of its own edition, else the student's. */
export function companionsOf(course: Course, {edition}: Target, targets: readonly Target[]): Companion[] {
  return (['slides', 'pdf', 'handout'] as const).flatMap((output) => {
    const found = targets.filter((target) => target.output === output)
    const own = found.filter((target) => target.edition === edition)
    const shown = own.length > 0 ? own : found.filter((target) => target.edition === 'student')
    return shown.map((target) => ({target, path: pdfPath(course, target)}))
  })
}
