import type {Pages} from './open-browser.ts'
import {withPage} from './with-page.ts'

/** Names of those font files that the browser does not take: it looks more closely than what wrote them. */
export async function rejectedFonts(
  browser: Pages,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlySet<string>> {
  if (files.size === 0) return new Set()
  const html = '<!doctype html><meta charset="utf-8"><title>fonts</title>'
  return new Set(await withPage(browser, {html, files}, (page) => page.evaluate(rejectedInPage, [...files.keys()])))
}

/** Runs in the page. */
async function rejectedInPage(names: readonly string[]): Promise<string[]> {
  const rejected = await Promise.all(
    names.map((name) =>
      new FontFace('font', `url(${name})`).load().then(
        () => [],
        () => [name],
      ),
    ),
  )
  return rejected.flat()
}
