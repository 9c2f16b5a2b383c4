/** What the looks at contrast share in the page. */
export interface ColourContrast {
  /** Contrast ratio (WCAG 2.2), 1 to 21, of two colours as `getComputedStyle` gives them; absent for anything but a plain colour. */
  readonly contrastOf: (one: string, other: string) => number | undefined
  /** Red, green, blue from 0 to 255, and opacity from 0 to 1; absent for anything but a plain colour. */
  readonly channelsOf: (colour: string) => readonly number[] | undefined
  /** The colour behind an element; absent where it is a picture or gradient. */
  readonly backgroundOf: (element: Element) => string | undefined
  /**
   * All colours that lie behind an element: of a gradient each that it names, of a picture those that its veil lets through at the
   * worst. Absent for a picture without a veil, of which nobody knows.
   */
  readonly backgroundsOf: (element: Element) => readonly string[] | undefined
}

declare global {
  var colourContrast: ColourContrast
}

/** Runs in the deck, before the looks that need it. */
export function installColourContrast(): void {
  globalThis.colourContrast = {contrastOf, channelsOf, backgroundOf, backgroundsOf}

  function contrastOf(one: string, other: string): number | undefined {
    const [first, second] = [channelsOf(one), channelsOf(other)]
    if (!first || !second) return undefined
    const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }

  function channelsOf(colour: string): number[] | undefined {
    const numbers = /^rgba?\((?<numbers>[^)]+)\)$/u.exec(colour)?.groups?.['numbers']
    return numbers?.split(/[,\s/]+/u).map(Number)
  }

  function backgroundOf(element: Element): string | undefined {
    for (let outer: Element | null = element; outer; outer = outer.parentElement) {
      const {backgroundColor, backgroundImage} = getComputedStyle(outer)
      if (backgroundImage !== 'none') return undefined
      const channels = channelsOf(backgroundColor)
      if (channels && (channels[3] ?? 1) === 1) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }

  function backgroundsOf(element: Element): string[] | undefined {
    const plain = backgroundOf(element)
    if (plain) return [plain]
    const outer = ancestorsOf(element).find((one) => getComputedStyle(one).backgroundImage !== 'none')
    if (!outer) return undefined
    const {backgroundImage} = getComputedStyle(outer)
    const veil = channelsOfAny(getComputedStyle(outer, '::before').backgroundColor)
    if (backgroundImage.includes('url(')) return veil && (veil[3] ?? 1) > 0 ? throughVeil(veil) : undefined
    return backgroundImage.match(/rgba?\([^)]+\)/gu) ?? undefined
  }

  function ancestorsOf(element: Element): Element[] {
    return element.parentElement ? [element, ...ancestorsOf(element.parentElement)] : [element]
  }

  /** What is mixed comes as `color(srgb 1 1 1 / 0.9)`. */
  function channelsOfAny(colour: string): readonly number[] | undefined {
    const numbers = /^color\(srgb (?<numbers>[^)]+)\)$/u.exec(colour)?.groups?.['numbers']
    if (!numbers) return channelsOf(colour)
    return numbers.split(/[\s/]+/u).map((value, index) => Number(value) * (index < 3 ? 255 : 1))
  }

  /** A veil upon black and upon white: every picture is between. */
  function throughVeil([red = 0, green = 0, blue = 0, alpha = 1]: readonly number[]): string[] {
    return [0, 255].map((under) => {
      const mixed = [red, green, blue].map((value) => Math.round(value * alpha + under * (1 - alpha)))
      return `rgb(${mixed.join(', ')})`
    })
  }

  function luminance(colour: readonly number[]): number {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
      const channel = value / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
}
