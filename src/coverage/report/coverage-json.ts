import type {Course} from '../../model/course.ts'
import type {CoverageReport} from '../../model/coverage.ts'
import type {CoverageJson} from './coverage-schema.ts'

/** What `coverage.json` says, in the shape of coverage.schema.json: all that the report says. */
export function coverageJson(course: Course, report: CoverageReport): CoverageJson {
  return {
    $schema: 'https://lectern.example/schemas/coverage.schema.json',
    course: course.title,
    date: course.date,
    isVerified: true,
    targets: [...report.targets],
    findings: report.findings.map(({artifact, line, reason, ruleId, sourcePath, target, unit}) => ({
      rule: ruleId,
      source: `${sourcePath}:${line}`,
      ...(target ? {target} : {}),
      artifact,
      reason,
      unit,
    })),
    density: [...report.density],
    lectures: [...report.lectures],
    topics: report.topics as CoverageJson['topics'],
    objectives: report.objectives as CoverageJson['objectives'],
    units: Array.from(
      Map.groupBy(report.units, ({unit}) => unit.id),
      ([id, rows]) => ({
        id,
        kind: rows[0]?.unit.kind ?? '',
        chapter: rows[0]?.unit.chapter ?? '',
        section: rows[0]?.unit.section ?? '',
        source: `${rows[0]?.unit.sourcePath}:${rows[0]?.unit.line}`,
        outputs: rows.map(({expected, locators, reason, state, target}) => ({
          ...target,
          state,
          ...(expected ? {expected} : {}),
          reason,
          places: locators.map(({link, text}) => ({text, link})),
        })),
      }),
    ),
  }
}
