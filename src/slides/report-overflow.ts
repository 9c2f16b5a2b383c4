import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import type {Block} from '../model/block.ts'
import type {Slide, SlideMeasure} from '../model/deck.ts'
import type {Page} from './paginate.ts'

/** What of a page is widest for its place, else tallest: that is what does not fit. */
function largestItem({items}: Page, measure: SlideMeasure): number {
  const sized = items.map(({item}) => ({item, size: sizeOf(measure.items[item])}))
  return sized.reduce((worst, one) => (one.size > worst.size ? one : worst), {item: items[0]?.item ?? 0, size: 0}).item
}

const sizeOf = (item: SlideMeasure['items'][number] | undefined) =>
  item ? (item.widthScale < 1 ? 1e6 / item.widthScale : item.bottom - item.top) : 0

/** Reports a page that is too tall or wide even at `floor`, with the excess in px. */
export function reportOverflow(
  draft: Slide,
  page: Page,
  {file, floor, measure, scale}: {file: VFile | undefined; floor: number; scale: number; measure: SlideMeasure},
): void {
  const item = draft.items[largestItem(page, measure)]
  const tall = Math.ceil(page.height * floor + page.notesHeight - measure.available)
  const wide = Math.ceil(measure.width * (floor / scale - 1))
  const [excess, chinese, english] = tall > 0 ? [tall, '高', 'taller'] : [wide, '宽', 'wider']
  if (!file || !item) return
  reportProblem(file, {
    ruleId: 'slide-fits',
    reason: `缩到最小仍比幻灯片${chinese} ${excess} 像素 / Unexpected ${item.block.type}: ${excess} px ${english} than the slide at the smallest size`,
    place: item.block.position,
    hint: remedyFor(item.block),
  })
}

/** What an author can do about a block that no slide holds. */
function remedyFor(block: Block): string {
  switch (block.type) {
    case 'listing':
      return '用 slide="首行-末行" 摘录，或把长行断开 / show some lines with slide="3-18", or break long lines'
    case 'figure':
      return '用 width= 缩小，或把图分成几张 / make it smaller with `width=`, or draw several'
    case 'table':
      return '减少列，或缩短单元格，或用 :::slide 手写 / fewer columns or shorter cells, or write the slide by hand with :::slide'
    case 'equation':
      return '用 aligned 分行 / break it over lines with `aligned`'
    case 'group':
      return block.behaviour === 'nosplit'
        ? '去掉 :::nosplit，或少放一些 / drop `:::nosplit`, or put less into it'
        : '拆成几组 / make several groups of it'
    default:
      return '拆开它，或用 :::slide 手写一页 / split it, or write the slide by hand with :::slide'
  }
}
