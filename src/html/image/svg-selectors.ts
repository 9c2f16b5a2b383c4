/** An element as selectors see it, and those it stands in. */
export interface Subject {
  readonly tagName: string
  readonly id: string
  readonly classes: readonly string[]
  readonly parent?: Subject | undefined
}

interface Compound {
  readonly tagName: string
  readonly ids: readonly string[]
  readonly classes: readonly string[]
  /** Whether what it stands in is its parent, or any element around it. */
  readonly isChild: boolean
}

export interface Selector {
  /** From the element outwards. */
  readonly compounds: readonly Compound[]
  readonly specificity: number
}

const compoundSyntax = /^(?<tagName>\*|[a-z][\w-]*)?(?<rest>(?:[.#][\w-]+)*)$/iu

/** A selector of types, classes and ids, with descendants and children; `undefined` for what asks for more. */
export function readSelector(text: string): Selector | undefined {
  const compounds: Compound[] = []
  let isChild = false
  for (const word of text.replaceAll('>', ' > ').trim().split(/\s+/u)) {
    if (word === '>') {
      isChild = true
      continue
    }
    const {rest = '', tagName = '*'} = compoundSyntax.exec(word)?.groups ?? {}
    if (!compoundSyntax.test(word)) return undefined
    const names = rest.match(/[.#][\w-]+/gu) ?? []
    const startingWith = (sign: string) => names.filter((name) => name.startsWith(sign)).map((name) => name.slice(1))
    compounds.unshift({tagName, ids: startingWith('#'), classes: startingWith('.'), isChild})
    isChild = false
  }
  const count = (of: (compound: Compound) => number) => compounds.reduce((sum, compound) => sum + of(compound), 0)
  const specificity =
    count(({ids}) => ids.length) * 1e6 +
    count(({classes}) => classes.length) * 1e3 +
    count(({tagName}) => Number(tagName !== '*'))
  return {compounds, specificity}
}

export function matches({compounds: [own, ...outer]}: Selector, subject: Subject): boolean {
  return own !== undefined && isOne(own, subject) && standsIn(own, outer, subject.parent)
}

function standsIn(inner: Compound, [next, ...outer]: readonly Compound[], around: Subject | undefined): boolean {
  if (!next) return true
  for (let subject = around; subject; subject = subject.parent) {
    if (isOne(next, subject) && standsIn(next, outer, subject.parent)) return true
    if (inner.isChild) return false
  }
  return false
}

const isOne = ({classes, ids, tagName}: Compound, subject: Subject) =>
  (tagName === '*' || tagName === subject.tagName) &&
  ids.every((id) => id === subject.id) &&
  classes.every((name) => subject.classes.includes(name))
