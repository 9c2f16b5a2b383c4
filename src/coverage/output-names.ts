import {handoutLayouts, type Edition, type HandoutLayout, type Target} from '../model/output.ts'

const handoutNames: Readonly<Record<HandoutLayout, string>> = {
  notes: 'handout',
  lines: 'handout-lines',
  '2up': 'handout-2up',
  '4up': 'handout-4up',
  '6up': 'handout-6up',
  worksheet: 'worksheet',
}

/** Where an output of a course with this slug stands in the output folder. */
export function artifactPath(slug: string, target: Target): string {
  const folder = target.edition === 'teacher' ? 'teacher/' : ''
  switch (target.output) {
    case 'deck':
      return `${folder}deck/index.html`
    case 'epub':
    case 'pdf':
      return `${folder}${slug}.${target.output}`
    case 'slides':
      return `${folder}${slug}-slides.pdf`
    case 'handout':
      return `${folder}${slug}-${handoutNames[target.layout]}.pdf`
    default:
      return target satisfies never
  }
}

/** Files of an edition that may stand beside a deck. */
export const outputNames = (slug: string, edition: Edition): string[] => [
  ...(['epub', 'pdf', 'slides'] as const).map((output) => artifactPath(slug, {output, edition})),
  ...handoutLayouts.map((layout) => artifactPath(slug, {output: 'handout', edition, layout})),
]
