import type {Course} from '../../model/course.ts'
import type {CoverageFinding, CoverageReport} from '../../model/coverage.ts'
import {selectEdition} from '../../model/select-edition.ts'
import {coverObjectives} from '../check-syllabus.ts'
import {findLeak} from '../privacy/find-leak.ts'

/** A report and the course that it speaks of. */
export interface Reported {
  readonly course: Course
  readonly report: CoverageReport
}

/**
 * What the public report may say: of the student edition alone, as if there were no other. It has no word, id, place or line of what is
 * the teacher's, nor how much of it there is; nor the times of lectures, which speaker notes give where the teacher has a deck of his own.
 */
export function publicReport(course: Course, report: CoverageReport): Reported {
  const studentCourse = selectEdition(course, 'student')
  return {
    course: studentCourse,
    report: {
      ...report,
      targets: report.targets.filter(({edition}) => edition === 'student'),
      units: report.units.filter(({target, unit}) => target.edition === 'student' && unit.editions.includes('student')),
      findings: publicFindings(report),
      lectures: course.editions.teacher.length === 0 ? report.lectures : [],
      objectives: coverObjectives(studentCourse),
    },
  }
}

/** A finding may quote what should not be where it was found: then only that there is one. */
function publicFindings({findings, units}: CoverageReport): CoverageFinding[] {
  const distinct = [...new Map(units.map(({unit}) => [unit.id, unit])).values()]
  const isPublic = ({artifact, reason, ruleId, sourcePath, target, unit}: CoverageFinding) =>
    target?.edition !== 'teacher' &&
    ruleId !== 'private-content-stays-private' &&
    (distinct.find(({id}) => id === unit)?.editions.includes('student') ?? true) &&
    findLeak([artifact, reason, sourcePath].join('\n'), distinct) === undefined
  const open = findings.filter(isPublic)
  return open.length === findings.length ? open : [...open, withheld]
}

const withheld: CoverageFinding = {
  ruleId: 'private-content-stays-private',
  sourcePath: '',
  line: 0,
  artifact: '',
  reason: '还有教师内容的问题，见教师版的报告 / More findings, about what is the teacher’s: see the teacher’s report',
  unit: '',
}
