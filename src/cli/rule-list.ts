import {ruleIds, rules} from '../diagnostics/rules.ts'

/** Every rule: its severity, whether a course may change it, and what it asks for. */
export function ruleList(): string {
  const width = Math.max(...ruleIds.map((id) => id.length))
  const lines = ruleIds.map((id) => {
    const rule = rules[id]
    const mark = 'isRefusal' in rule ? '*' : ' '
    return `${id.padEnd(width)}  ${rule.severity.padEnd(5)}${mark} ${rule.description}\n`
  })
  return `${lines.join('')}\n* 不能调低 / cannot be lowered. 其余可在 course.yml 的 rules 里设为 off、warn、error / others can be set under rules in course.yml\n`
}
