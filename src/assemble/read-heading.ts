import type {Heading} from 'mdast'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {contentLayouts, slideModes, type ContentLayout, type SlideBackground, type SlideMode} from '../model/course.ts'
import {resolveImage} from './resolve-image.ts'
import type {ChapterScope} from './scope.ts'
import {wordsOf} from './words-of.ts'

export interface HeadingAttributes {
  /** The author's; empty when there is none. */
  readonly id: string
  readonly shortTitle: string
  /** Objectives that the section teaches. */
  readonly teaches: readonly string[]
  /** Attributes of the section's slides, as reveal.js names them: `data-…`. */
  readonly slideAttributes: Readonly<Record<string, string>>
  readonly slideBackground: SlideBackground
  readonly slideMode?: SlideMode
  /** Rank of the deepest headings below it that have slides of their own. */
  readonly slideLevel?: number
  readonly slideLayout?: ContentLayout
  /** Present where slides have nothing of the section: `visibility="hidden"`. */
  readonly isHidden?: true
}

/** Attributes that reveal.js knows as `data-…` and that may stand without the prefix. */
const slideNames = [
  'auto-animate',
  'auto-animate-duration',
  'auto-animate-easing',
  'state',
  'timing',
  'transition',
  'transition-speed',
  'visibility',
]

/** What fetches something from elsewhere, or lets content vanish; all slides must be there and offline. */
const refused = /^data-(?:background|preload|src|markdown)/u

const backgrounds: ReadonlyMap<string, RegExp> = new Map([
  ['background-color', /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/]+\))$/iu],
  ['background-gradient', /^(?:linear|radial|conic)-gradient\([\w\s#.,%()-]+\)$/iu],
])

/** The attributes of a heading; what it does not understand is reported. */
export function readHeading(heading: Heading | undefined, scope: ChapterScope): HeadingAttributes {
  const {id, values} = heading?.data?.attributes ?? {id: '', values: {}}
  const {
    layout,
    short = '',
    'slide-level': level,
    slides,
    teaches,
    ...ofSlides
  }: Readonly<Record<string, string>> = values
  const isHidden = Object.entries(ofSlides).some(hides)
  return {
    id,
    ...(isHidden ? {isHidden} : {}),
    shortTitle: short,
    teaches: wordsOf(teaches),
    slideAttributes: readSlideAttributes(ofSlides, heading, scope),
    slideBackground: readBackground(ofSlides, heading, scope),
    ...readSlideMode(slides, heading, scope),
    ...readSlideLayout(layout, heading, scope),
    ...readSlideLevel(level, heading, scope),
  }
}

function readSlideAttributes(
  values: Readonly<Record<string, string>>,
  heading: Heading | undefined,
  scope: ChapterScope,
): HeadingAttributes['slideAttributes'] {
  const allowed: Record<string, string> = {}
  for (const [key, value] of Object.entries(values)) {
    if (key === 'background-image' || backgrounds.get(key)?.test(value) || hides([key, value])) continue
    const name = slideNames.includes(key) ? `data-${key}` : key
    if (isAllowed(name, value)) allowed[name] = value
    else reportAttribute(key, heading, scope)
  }
  return allowed
}

function readSlideMode(
  slides: string | undefined,
  heading: Heading | undefined,
  scope: ChapterScope,
): Pick<HeadingAttributes, 'slideMode'> {
  const slideMode = slideModes.find((mode) => mode === slides)
  if (slides && !slideMode) reportAttribute('slides', heading, scope)
  return slideMode ? {slideMode} : {}
}

function readSlideLevel(
  level: string | undefined,
  heading: Heading | undefined,
  scope: ChapterScope,
): Pick<HeadingAttributes, 'slideLevel'> {
  if (level === undefined) return {}
  if (/^[2-6]$/u.test(level)) return {slideLevel: Number(level)}
  reportAttribute('slide-level', heading, scope)
  return {}
}

function readSlideLayout(
  layout: string | undefined,
  heading: Heading | undefined,
  scope: ChapterScope,
): Pick<HeadingAttributes, 'slideLayout'> {
  const slideLayout = contentLayouts.find((one) => one === layout)
  if (layout && !slideLayout) reportAttribute('layout', heading, scope)
  return slideLayout ? {slideLayout} : {}
}

function readBackground(
  values: Readonly<Record<string, string>>,
  heading: Heading | undefined,
  scope: ChapterScope,
): SlideBackground {
  const valid = (name: string) => (backgrounds.get(name)?.test(values[name] ?? '') ? (values[name] ?? '') : '')
  const image = values['background-image']
  return {
    color: valid('background-color'),
    gradient: valid('background-gradient'),
    image: (heading && image && resolveImage(image, heading, scope)) ?? '',
  }
}

/** A slide that reveal.js hides would still be in the file; so the section has none. */
const hides = ([key, value]: readonly [string, string]) => key === 'visibility' && value === 'hidden'

function isAllowed(name: string, value: string): boolean {
  const isUnknown = name === 'data-visibility' && value !== 'uncounted'
  return name.startsWith('data-') && !refused.test(name) && !isUnknown
}

const visibilityHint = '可用 Known: hidden, uncounted'

function reportAttribute(key: string, heading: Heading | undefined, scope: ChapterScope): void {
  reportProblem(scope.file, {
    ruleId: 'attribute-is-known',
    reason: `标题没有属性 \`${key}\`，或不能用这个值 / Unexpected attribute \`${key}\` of a heading`,
    place: heading,
    hint:
      key === 'visibility'
        ? visibilityHint
        : hintNearest(key, [
            'layout',
            'short',
            'teaches',
            'slides',
            'slide-level',
            'background-image',
            ...backgrounds.keys(),
            ...slideNames,
          ]),
  })
}
