import {execFileSync} from 'node:child_process'

/** What a reader of PDFs that may be installed prints; `undefined` where it is not. Throws when it fails. */
export function runReader(
  name: 'pdffonts' | 'pdfinfo' | 'pdftotext' | 'qpdf',
  args: readonly string[],
): string | undefined {
  try {
    return execFileSync(name, [...args], {encoding: 'utf8', maxBuffer: 256e6, stdio: ['ignore', 'pipe', 'ignore']})
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
