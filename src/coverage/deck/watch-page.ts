import type {HTTPRequest, Page} from 'puppeteer'
import type {ArtifactProblem} from '../../model/coverage.ts'

/** Where a page leaves what its policy kept from running. */
const violationsKey = 'lecternViolations'

export interface PageWatch {
  /** What has happened so far, each thing once. */
  readonly problems: () => Promise<readonly ArtifactProblem[]>
}

/**
 * Watches a page from its first line on: whatever it asks for besides files of its own, whatever its Content Security Policy keeps from
 * running or loading, every dialog and every window that it opens. Dialogs are closed, so that the page goes on.
 */
export async function watchPage(page: Page, isOwn: (request: HTTPRequest) => boolean): Promise<PageWatch> {
  const found = new Map<string, ArtifactProblem>()
  const note = (ruleId: 'no-network-request' | 'nothing-runs', reason: string) => {
    found.set(`${ruleId} ${reason}`, {ruleId, reason})
  }
  page.on('request', (request) => {
    if (!isOwn(request)) note('no-network-request', `请求 / It asks for ${request.url().slice(0, 200)}`)
  })
  page.on('dialog', (dialog) => {
    note('nothing-runs', `弹出对话框 / It opens a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (other) => {
    note('nothing-runs', `打开窗口 / It opens a window: ${other?.url() ?? ''}`)
  })
  await page.evaluateOnNewDocument(recordViolations, violationsKey)
  return {
    async problems() {
      const violations = await page.evaluate(readViolations, violationsKey).catch(() => [])
      for (const violation of violations) {
        note('nothing-runs', `内容安全策略拦下了 / Its Content Security Policy kept out ${violation}`)
      }
      return [...found.values()]
    },
  }
}

/** Runs in the page before anything of it. */
function recordViolations(key: string): void {
  const violations: string[] = []
  Object.defineProperty(globalThis, key, {value: violations})
  addEventListener('securitypolicyviolation', ({blockedURI, effectiveDirective, sample}) => {
    violations.push(`${effectiveDirective} ${blockedURI} ${sample}`.trim())
  })
}

/** Runs in the page. */
function readViolations(key: string): string[] {
  return [...((globalThis as unknown as Record<string, string[] | undefined>)[key] ?? [])]
}
