import type {VFile} from 'vfile'
import {ruleIds, rules} from '../diagnostics/rules.ts'
import {diagnosticsAsJson} from './print-diagnostics.ts'

/** Diagnostics as SARIF 2.1.0, which code hosts show beside the lines. Paths are relative to the course folder. */
export function diagnosticsAsSarif(files: readonly VFile[]): object {
  const levels = {error: 'error', warn: 'warning', off: 'none'} as const
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lectern',
            rules: ruleIds.map((id) => ({
              id,
              shortDescription: {text: rules[id].description},
              defaultConfiguration: {level: levels[rules[id].severity]},
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnosticsAsJson(files).map(({column, file, hint, line, message, rule, severity}) => ({
          ruleId: rule,
          level: severity,
          message: {text: hint ? `${message}\n${hint}` : message},
          locations: [
            {
              physicalLocation: {
                artifactLocation: {uri: file.split(/[\\/]/u).map(encodeURIComponent).join('/')},
                ...(line ? {region: {startLine: line, startColumn: column ?? 1}} : {}),
              },
            },
          ],
        })),
      },
    ],
  }
}
