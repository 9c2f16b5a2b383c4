import type {PdfPlan, TagPlan} from '../../../support/tagged-pdf.ts'

/** A condition, what is wrong, how a well-formed file is spoilt, and other conditions that the same thing cannot but fail. */
export interface Seed {
  readonly condition: string
  readonly what: string
  readonly spoil: (plan: PdfPlan) => unknown
  readonly others: readonly string[]
}

export const seed = (condition: string, what: string, spoil: Seed['spoil']): Seed => ({
  condition,
  what,
  spoil,
  others: [],
})

/** The tag of that type and rank in the order of reading. */
export function tag(plan: PdfPlan, type: string, rank = 0): TagPlan {
  const one = allTags(plan.tree).filter(({S}) => S === type)[rank]
  if (!one) throw new Error(`The plan has no ${type}`)
  return one
}

function allTags(kids: TagPlan['K']): TagPlan[] {
  return kids.flatMap((kid) => (typeof kid === 'object' && 'S' in kid ? [kid, ...allTags(kid.K)] : []))
}

type Spoil = (plan: PdfPlan) => void

export function rename(type: string, other: string): Spoil {
  return (plan) => Object.assign(tag(plan, type), {S: other})
}

export function setEntries(type: string, entries: Record<string, unknown>): Spoil {
  return (plan) => Object.assign(tag(plan, type), {entries})
}

export function setCatalog(entries: Record<string, unknown>): Spoil {
  return ({catalog}) => Object.assign(catalog, entries)
}

export function append(content: string): Spoil {
  return (plan) => {
    plan.content += `\n${content}`
  }
}

export function replace(before: string, after: string): Spoil {
  return (plan) => {
    if (!plan.content.includes(before)) throw new Error(`The content has no ${before}`)
    plan.content = plan.content.replace(before, after)
  }
}

/** An annotation beside that of the plan, in an element of that type in a paragraph. */
export function annotate(S: string, annotation: Record<string, unknown>): Spoil {
  return (plan) => {
    plan.annotations['other'] = annotation
    tag(plan, 'Document').K.push({S: 'P', K: [{S, K: [{annotation: 'other'}]}]})
  }
}
