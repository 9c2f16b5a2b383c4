import {foreignSpellings} from '../parse/foreign-spellings.ts'

const firstLine = (text: string) => text.trim().split('\n')[0] ?? ''
/** What a cell of a pipe table can show as code, and where the first line alone says something. */
const isShown = (text: string) => !/[`|]/u.test(text) && text.length > 1 && text.length < 48

/** The rows of the manual's table of other tools: what is read as its author meant, by tool, as its first line says. */
export function foreignTable(): string {
  const whole = foreignSpellings.filter(({causes = []}) => causes.length === 0)
  const byTool = Map.groupBy(whole, ({tool}) => tool)
  const rows = Array.from(byTool, ([tool, spellings]) => {
    const pairs = spellings.map(({becomes, written}) => [firstLine(written), firstLine(becomes)] as const)
    const shown = pairs.filter(([from, to]) => isShown(from) && isShown(to) && from !== to)
    return shown.length === 0
      ? []
      : [`| ${tool} | ${shown.map(([from, to]) => `\`${from}\` → \`${to}\``).join('；')} |`]
  })
  return ['| 工具 | 写法 → 读作 |', '| --- | --- |', ...rows.flat()].join('\n')
}
