const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** At-rules that arrange rules or define what they name; none of them brings in another sheet. */
export const allowedAtRules = words(
  'charset container counter-style font-face font-feature-values font-palette-values keyframes -webkit-keyframes layer ' +
    'media page position-try property scope starting-style supports view-transition ' +
    // Boxes in the margin of a page, and kinds of characters of a font.
    'top-left-corner top-left top-center top-right top-right-corner bottom-left-corner bottom-left bottom-center ' +
    'bottom-right bottom-right-corner left-top left-middle left-bottom right-top right-middle right-bottom ' +
    'stylistic styleset character-variant swash ornaments annotation historical-forms',
)

/** Functions that compute, draw, shape or move, and selectors with arguments. None of them takes an address. */
export const allowedFunctions = words(
  // Values and Units 5
  'var env attr calc calc-size min max clamp round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp abs ' +
    'sign counter counters symbols random sibling-count sibling-index ' +
    // Color 5
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark contrast-color device-cmyk alpha ' +
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient ' +
    'repeating-conic-gradient -webkit-linear-gradient -webkit-radial-gradient -webkit-repeating-linear-gradient ' +
    '-webkit-repeating-radial-gradient ' +
    // Transforms 2, Shapes 2, Filter Effects, Easing, Grid, Anchor Positioning, Scroll-driven Animations
    'matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley scalez skew skewx ' +
    'skewy translate translate3d translatex translatey translatez inset circle ellipse polygon path rect xywh shape ray ' +
    'superellipse blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia cubic-bezier ' +
    'linear steps frames repeat minmax fit-content anchor anchor-size scroll view target-counter target-counters ' +
    'target-text leader string content running ' +
    // Fonts 4, Conditional Rules 5
    'format tech stylistic styleset character-variant swash ornaments annotation font-tech font-format selector style ' +
    'scroll-state ' +
    // Selectors 4
    'not is where has matches -webkit-any -moz-any nth-child nth-last-child nth-of-type nth-last-of-type nth-col ' +
    'nth-last-col lang dir host host-context slotted part state highlight view-transition-group ' +
    'view-transition-image-pair view-transition-old view-transition-new active-view-transition-type',
)

/** What former browsers ran. */
export const runningProperties = words('behavior -ms-behavior -moz-binding')
