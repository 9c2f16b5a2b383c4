import {PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFObject} from '@cantoo/pdf-lib'
import {elementOf, elementsBelow, kidsOf, roleOf, setKids, setRole} from './structure.ts'

/** At the head of a label in the print: what it labels is a formula. Nobody sees or hears it. */
export const formulaMark = '\u2063'

/** Roles of PDF 2.0 that Chromium writes, as PDF 1.7 knows them (14.8.4). */
const standardRoles: Readonly<Record<string, string>> = {Strong: 'Span', Em: 'Span', Aside: 'Div', FENote: 'Note'}

/**
 * What Chromium leaves undone in a structure tree: bodies of list items, formulas, HTML figures whose picture is a figure of
 * its own, and a role map.
 */
export function mendStructure(root: PDFDict): void {
  const roles = new Set<string>()
  for (const {element, ref} of elementsBelow(root)) {
    mendFigure(element)
    if (roleOf(element) === 'LI') addListBody(element, ref)
    if (roleOf(element) === 'Ruby') addRubyBase(element, ref)
    addLinkElements(element, ref)
    roles.add(roleOf(element))
  }
  const mapped = Object.entries(standardRoles).filter(([role]) => roles.has(role))
  const {context} = root
  if (mapped.length > 0) {
    root.set(
      PDFName.of('RoleMap'),
      context.obj(Object.fromEntries(mapped.map(([role, standard]) => [role, PDFName.of(standard)]))),
    )
  }
}

/** An HTML figure has no alternative text: that is its picture's. A picture whose label says so is a formula. */
function mendFigure(element: PDFDict): void {
  if (roleOf(element) !== 'Figure') return
  const alt = element.lookup(PDFName.of('Alt'))
  const text = alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : ''
  if (text === '') setRole(element, 'Div')
  else if (text.startsWith(formulaMark)) {
    setRole(element, 'Formula')
    element.set(PDFName.of('Alt'), PDFHexString.fromText(text.slice(formulaMark.length)))
  }
}

/** `LI` holds a label and a body (PDF 1.7, table 336). */
function addListBody(item: PDFDict, itemRef: PDFObject): void {
  const {context} = item
  const kids = kidsOf(item)
  const isLabel = (kid: PDFObject) => {
    const element = elementOf(kid, context)
    return element !== undefined && roleOf(element) === 'Lbl'
  }
  const inBody = kids.filter((kid) => !isLabel(kid))
  const only = inBody.length === 1 && inBody[0] ? elementOf(inBody[0], context) : undefined
  if (inBody.length === 0 || (only && roleOf(only) === 'LBody')) return
  const body = wrap(inBody, 'LBody', {within: item, ref: itemRef})
  setKids(item, [...kids.filter((kid) => isLabel(kid)), body])
}

/** `Ruby` holds what is read, and the reading (PDF 1.7, table 338). */
function addRubyBase(ruby: PDFDict, ref: PDFObject): void {
  const {context} = ruby
  const isReading = (kid: PDFObject) => {
    const element = elementOf(kid, context)
    return element !== undefined && ['RB', 'RP', 'RT'].includes(roleOf(element))
  }
  const kids = kidsOf(ruby)
  const base = kids.filter((kid) => !isReading(kid))
  if (base.length === 0) return
  setKids(ruby, [wrap(base, 'RB', {within: ruby, ref}), ...kids.filter((kid) => isReading(kid))])
}

/** Some links have no element of their own, only the place of their annotation (PDF/UA-1, 7.18.5). */
function addLinkElements(element: PDFDict, ref: PDFObject): void {
  if (roleOf(element) === 'Link') return
  const {context} = element
  const kids = kidsOf(element)
  const isObject = (kid: PDFObject) => {
    const found = kid instanceof PDFRef ? context.lookup(kid) : kid
    return found instanceof PDFDict && found.get(PDFName.of('Type')) === PDFName.of('OBJR')
  }
  if (!kids.some((kid) => isObject(kid))) return
  setKids(
    element,
    kids.map((kid) => (isObject(kid) ? wrap([kid], 'Link', {within: element, ref}) : kid)),
  )
}

/** A new element around kids of another. */
function wrap(
  kids: readonly PDFObject[],
  role: string,
  {ref: parent, within}: {readonly within: PDFDict; readonly ref: PDFObject},
): PDFObject {
  const {context} = within
  const element = context.obj({Type: 'StructElem', S: role})
  element.set(PDFName.of('P'), parent)
  const page = within.get(PDFName.of('Pg'))
  if (page) element.set(PDFName.of('Pg'), page)
  setKids(element, kids)
  const ref = context.register(element)
  for (const kid of kids) elementOf(kid, context)?.set(PDFName.of('P'), ref)
  return ref
}
