import {shown} from '../../../support/tagged-pdf.ts'
import {append, replace, seed, setCatalog, type Seed} from './seed.ts'

const say = `BT /Base 12 Tf ${shown('A')} Tj ET`

export const contentSeeds: readonly Seed[] = [
  seed('01-003', 'an artifact in a heading', replace('/H1 <</MCID 0>> BDC', '/H1 <</MCID 0>> BDC /Artifact BMC EMC')),
  seed('01-004', 'a paragraph in an artifact', replace('/P <</MCID 1>> BDC', '/Artifact BMC /P <</MCID 1>> BDC')),
  seed('01-004', 'a form with tags in an artifact', replace('/Form Do', '/Artifact BMC /Form Do EMC')),
  seed('01-005', 'text that bears no mark', append(say)),
  seed('01-005', 'text with quotes', append(`BT /Base 12 Tf ${shown('A')} ' 0 0 ${shown('A')} " ET`)),
  seed('01-005', 'a path', append('0 0 m 5 5 l S')),
  seed('01-005', 'an image in place', append('BI /W 1 /H 1 /BPC 8 /CS /G ID \u0000 EI')),
  seed('01-005', 'a shading', append('/None sh')),
  seed('01-005', 'text marked for something else', append(`/Span <</Lang (zh)>> BDC ${say} EMC`)),
  seed('01-005', 'a number that no element holds', append(`/P <</MCID 99>> BDC ${say} EMC`)),
  seed('01-005', 'text of a form that bears no mark', (plan) => Object.assign(plan, {form: `${plan.form} ${say}`})),
  seed('01-005', 'text after the end of a mark', append(`/Artifact BMC EMC EMC ${say}`)),
  seed('01-007', 'Suspects', setCatalog({MarkInfo: {Marked: true, Suspects: true}})),
  seed('02-001', 'a type that is not mapped', (plan) => Object.assign(plan, {roleMap: {}})),
  seed('02-001', 'a mapping that ends nowhere', ({roleMap}) => Object.assign(roleMap, {Chapter: 'Kapitel'})),
  seed('02-003', 'types mapped to each other', (plan) =>
    Object.assign(plan, {roleMap: {Strong: 'Loud', Loud: 'Strong'}}),
  ),
  seed('02-004', 'P mapped to Span', ({roleMap}) => Object.assign(roleMap, {P: 'Span'})),
  seed('30-002', 'a form shown twice', append('/Form Do')),
]
