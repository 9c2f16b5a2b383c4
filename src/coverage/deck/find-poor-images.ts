import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Pictures of pixels that nobody can make out: blown up to more than twice their own size, so that pixels show,
 * or so long and thin that one side is under 40 px. Drawings scale as they are; findSmallText looks at their words.
 */
export function findPoorImages(): DeckDefect[] {
  const least = 40
  const most = 2
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) =>
    Array.from(slide.querySelectorAll<HTMLImageElement>('.slide-body img, .slide-chapter img')).flatMap((image) => {
      const defect = defectOf(image, slide)
      const unit = image.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''
      return defect ? [{ruleId: 'slide-is-readable' as const, slide: index + 1, unit, ...defect}] : []
    }),
  )

  function defectOf(image: HTMLImageElement, slide: HTMLElement): Pick<DeckDefect, 'chinese' | 'english'> | undefined {
    const {naturalHeight, naturalWidth} = image
    const ofSlide = slide.getBoundingClientRect().width / slide.offsetWidth || 1
    const box = image.getBoundingClientRect()
    if (naturalWidth === 0 || naturalHeight === 0 || box.width === 0) return undefined
    // With `object-fit: contain` the picture may be smaller than its box.
    const scale = Math.min(box.width / naturalWidth, box.height / naturalHeight) / ofSlide
    const [width, height] = [Math.round(naturalWidth * scale), Math.round(naturalHeight * scale)]
    if (Math.min(width, height) < least && Math.min(width, height) < Math.max(width, height) / 4) {
      return {
        chinese: `的图只有 ${width}×${height} 像素，看不清`,
        english: `a picture of ${width} by ${height} px, too thin to make out`,
      }
    }
    if (scale <= most || /\.svg$|^data:image\/svg/u.test(image.currentSrc)) return undefined
    const times = scale.toFixed(1)
    return {
      chinese: `的图放大到 ${times} 倍，会模糊（原图 ${naturalWidth}×${naturalHeight}）`,
      english: `a picture of ${naturalWidth} by ${naturalHeight} px blown up ${times} times`,
    }
  }
}
