import type {Page} from 'puppeteer'
import type {ArtifactProblem} from '../../model/coverage.ts'

/** The reading text is opened with its key, on the first slide that has one: all of its paragraphs are there to be seen. */
export async function lookAtReadingPanel(page: Page): Promise<ArtifactProblem[]> {
  const id = await page.evaluate(() => document.querySelector('.slides > section:has(> aside .reading-text)')?.id ?? '')
  if (!id) return []
  const before = await page.evaluate(() => location.hash)
  await page.evaluate(goTo, `#/${id}`)
  await page.waitForFunction((one) => document.querySelector('section.present')?.id === one, {timeout: 10_000}, id)
  await page.keyboard.press('r')
  const isShown = await page.evaluate(isPanelShown)
  await page.keyboard.press('r')
  await page.evaluate(goTo, before || '#/')
  if (isShown) return []
  const reason = `按 R 看不到阅读文本 / The key R does not show the reading text: #/${id}`
  return [{ruleId: 'slide-is-readable', reason}]
}

/** Runs in the deck. */
function goTo(hash: string): void {
  location.hash = hash
}

/** Runs in the deck: the panel is open, and what it says takes room. */
function isPanelShown(): boolean {
  const panel = document.querySelector<HTMLElement>('.reading-panel')
  if (!panel || panel.hidden) return false
  const paragraphs = Array.from(panel.querySelectorAll('p, li, td, dt, pre, figure, .equation'))
  return paragraphs.length > 0 && paragraphs.every((one) => one.getBoundingClientRect().height > 0)
}
