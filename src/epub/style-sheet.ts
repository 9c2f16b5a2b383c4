import type {Course} from '../model/course.ts'
import type {Theme} from '../theme/load-theme.ts'
import {withoutTokens} from '../theme/tokens.ts'

/** The theme's sheet, the direction of lines, and the rules of fonts that are inside. */
export function epubStyleSheet({epub}: Course, theme: Theme, faces: string): string {
  // Old readers ask for the prefix.
  const vertical =
    'html { writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; -epub-writing-mode: vertical-rl; }'
  const [charset = '', ...rules] = theme.styles.epub.split('\n')
  return [
    charset,
    ...rules,
    ...(epub.writing === 'vertical' ? [vertical] : []),
    ...(faces ? [faces, withoutTokens(embeddedFamilies, theme.tokens.everywhere)] : []),
  ].join('\n')
}

const embeddedFamilies = `body { font-family: var(--serif), serif; }
h1, h2, h3, h4 { font-family: var(--heading), sans-serif; }
figcaption, caption, .container-title, .kicker { font-family: var(--sans), sans-serif; }
.works > li:lang(en) { font-family: var(--english-serif), serif; }
code, pre, kbd { font-family: var(--mono), monospace; }
`
