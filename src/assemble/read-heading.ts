import type {Heading} from 'mdast'
import {cssValueFaults} from '../css/css-faults.ts'
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
  /** Present where it has no number, and is not counted: `.unnumbered`, `{-}`. */
  readonly isUnnumbered?: true
  /** Present where contents leave it out as well: `.unlisted` beside it (Pandoc). */
  readonly isUnlisted?: true
}

const seconds = /^\d{1,4}(?:\.\d{1,3})?$/u
const motion =
  /^(?:none|fade|slide|convex|concave|zoom)(?:-in|-out)?(?: (?:fade|slide|convex|concave|zoom)(?:-in|-out)?)?$/u
const easing = /^(?:[a-z-]{1,20}|cubic-bezier\([\d\s.,-]{1,60}\))$/u

/**
 * What reveal.js is told of a slide, as `data-…` or without the prefix, and the values that do no more than they say.
 * Anything else stays out: it can fetch, let content vanish, or run as HTML in the speaker view.
 */
const ofReveal: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    autoslide: /^\d{1,7}$/u,
    'auto-animate': /^(?:true)?$/u,
    'auto-animate-delay': seconds,
    'auto-animate-duration': seconds,
    // It stands in a style sheet of reveal.js.
    'auto-animate-easing': easing,
    'auto-animate-id': /^[\w-]+$/u,
    'auto-animate-restart': /^(?:true)?$/u,
    'auto-animate-unmatched': /^(?:true|false)$/u,
    timing: /^\d{1,5}$/u,
    transition: motion,
    'transition-speed': /^(?:default|fast|slow)$/u,
    visibility: /^uncounted$/u,
  }),
)

const backgrounds: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    'background-color': /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/]+\))$/iu,
    'background-gradient': /^(?:linear|radial|conic)-gradient\([\w\s#.,%()-]+\)$/iu,
  }),
)

/** One colour or gradient, which becomes CSS. */
const isBackground = (name: string, value: string) =>
  backgrounds.get(name)?.test(value) === true && cssValueFaults(value).length === 0

/** The attributes of a heading; what it does not understand is reported. */
export function readHeading(heading: Heading | undefined, scope: ChapterScope): HeadingAttributes {
  const {classes, id, values} = heading?.data?.attributes ?? {classes: [], id: '', values: {}}
  const isUnnumbered = classes.includes('unnumbered')
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
    ...(isUnnumbered ? {isUnnumbered} : {}),
    ...(isUnnumbered && classes.includes('unlisted') ? {isUnlisted: true} : {}),
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
    if (key === 'background-image' || isBackground(key, value) || hides([key, value])) continue
    const name = key.replace(/^data-/u, '')
    if (ofReveal.get(name)?.test(value)) allowed[`data-${name}`] = value
    else if (key === 'state' && /^[\w-]+(?: [\w-]+)*$/u.test(value)) allowed['data-state'] = stateNames(value)
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
  const valid = (name: string) => (isBackground(name, values[name] ?? '') ? (values[name] ?? '') : '')
  const image = values['background-image']
  return {
    color: valid('background-color'),
    gradient: valid('background-gradient'),
    image: (heading && image && resolveImage(image, heading, scope)) ?? '',
  }
}

/** A slide that reveal.js hides would still be in the file; so the section has none. */
const hides = ([key, value]: readonly [string, string]) => key === 'visibility' && value === 'hidden'

/** Classes of the whole deck while the slide is shown: with names of their own, since those of reveal.js lay it out. */
const stateNames = (value: string) =>
  value
    .split(' ')
    .map((name) => `state-${name}`)
    .join(' ')

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
            'state',
            ...ofReveal.keys(),
          ]),
  })
}
