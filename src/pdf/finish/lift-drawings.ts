import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'
import {elementsBelow, kidsOf, numberTree, roleOf, setKids} from './structure.ts'

/**
 * Tags on the page what Chromium tags inside of form objects: a group of a drawing with an opacity is one. In each of them marked content is
 * numbered anew, and readers that look at the number alone take what has it on the page instead. A form of one element becomes marked content
 * of the page as a whole (PDF 1.7, 14.7.4.2); one of several elements stays as it is.
 */
export function liftDrawings(document: PDFDocument, root: PDFDict): void {
  const tree = root.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
  const parents = new Map(tree ? numberTree(tree) : [])
  const lifted = document.getPages().flatMap((page) => liftOnPage(page, parents))
  if (lifted.length === 0) return
  const byForm = new Map(lifted.flatMap((one) => one.forms.map(({ref}) => [ref, one] as const)))
  for (const {element} of elementsBelow(root)) renumber(element, byForm)
}

interface Form {
  readonly ref: PDFRef
  readonly stream: PDFRawStream
}

/** A form whose content, also that of forms inside of it, is of one element. */
interface OwnedForm {
  /** The outermost first. */
  readonly forms: readonly Form[]
  readonly element: PDFRef
}

interface LiftedForm extends OwnedForm {
  readonly page: PDFPage
  /** Of its marked content on the page. */
  readonly number: number
}

type Parents = ReadonlyMap<number, PDFObject>

function liftOnPage(page: PDFPage, parents: Parents): LiftedForm[] {
  const {context} = page.doc
  const ref = page.node.get(PDFName.of('Contents'))
  const contents = page.node.lookup(PDFName.of('Contents'))
  const elements = entryOf(page.node, parents)
  if (!(ref instanceof PDFRef) || !(contents instanceof PDFRawStream) || !elements) return []
  const lifted: LiftedForm[] = []
  let depth = 0
  const lines = linesOf(contents).flatMap((line) => {
    if (/B[MD]C$/u.test(line)) depth++
    if (line === 'EMC') depth--
    const form = depth === 0 ? formAt(line, page.node.Resources()) : undefined
    const owned = form && ownedForm(form, parents)
    if (!owned) return [line]
    const number = elements.size()
    elements.push(owned.element)
    for (const one of owned.forms) replaceStream(one, withoutTags(linesOf(one.stream)))
    lifted.push({...owned, page, number})
    return [`/${roleOf(context.lookup(owned.element, PDFDict))} <</MCID ${number} >>BDC`, line, 'EMC']
  })
  if (lifted.length > 0) replaceStream({ref, stream: contents}, lines)
  return lifted
}

const linesOf = (stream: PDFRawStream) =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1').split('\n')

/** The elements of the marked content in a page or form, by its numbers. */
function entryOf(dictionary: PDFDict, parents: Parents): PDFArray | undefined {
  const key = dictionary.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber()
  const entry = key === undefined ? undefined : parents.get(key)
  const found = entry instanceof PDFRef ? dictionary.context.lookup(entry) : entry
  return found instanceof PDFArray ? found : undefined
}

/** The form that a line paints. */
function formAt(line: string, resources: PDFDict | undefined): Form | undefined {
  const name = /^\/(?<name>\S+) Do$/u.exec(line)?.groups?.['name']
  const ref = name && resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name))
  if (!(ref instanceof PDFRef)) return undefined
  const stream = resources?.context.lookup(ref)
  const isForm = stream instanceof PDFRawStream && stream.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
  return isForm ? {ref, stream} : undefined
}

function ownedForm(form: Form, parents: Parents): OwnedForm | undefined {
  const forms = formsIn(form)
  const owners = new Set(forms.flatMap(({stream}) => entryOf(stream.dict, parents)?.asArray() ?? []))
  const [element] = owners
  return owners.size === 1 && element instanceof PDFRef ? {forms, element} : undefined
}

/** A form and those that it paints; none paints itself. */
function formsIn(form: Form): Form[] {
  const resources = form.stream.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
  const inside = linesOf(form.stream).flatMap((line) => formAt(line, resources) ?? [])
  return [form, ...inside.flatMap((one) => formsIn(one))]
}

function withoutTags(lines: readonly string[]): string[] {
  const open: boolean[] = []
  return lines.filter((line) => {
    if (/B[MD]C$/u.test(line)) open.push(/\/MCID \d+ *>> ?BDC$/u.test(line))
    else if (line !== 'EMC') return true
    return line === 'EMC' ? !open.pop() : !open.at(-1)
  })
}

function replaceStream({ref, stream: {dict}}: Form, lines: readonly string[]): void {
  const {context} = dict
  const stream = context.flateStream(Buffer.from(lines.join('\n'), 'latin1'))
  const own = new Set(['Filter', 'Length', 'StructParents'])
  for (const [key, value] of dict.entries()) if (!own.has(key.decodeText())) stream.dict.set(key, value)
  context.assign(ref, stream)
}

/** An element has the form once, where its first part was. */
function renumber(element: PDFDict, byForm: ReadonlyMap<PDFRef, LiftedForm>): void {
  const {context} = element
  const seen = new Set<LiftedForm>()
  const kids = kidsOf(element)
  const renumbered = kids.flatMap((kid) => {
    const content = kid instanceof PDFRef ? context.lookup(kid) : kid
    const form = content instanceof PDFDict ? content.get(PDFName.of('Stm')) : undefined
    const lifted = form instanceof PDFRef ? byForm.get(form) : undefined
    if (!lifted) return [kid]
    if (seen.has(lifted)) return []
    seen.add(lifted)
    const {number, page} = lifted
    if (element.get(PDFName.of('Pg')) === page.ref) return [PDFNumber.of(number)]
    return [context.obj({Type: 'MCR', Pg: page.ref, MCID: number})]
  })
  if (seen.size > 0) setKids(element, renumbered)
}
