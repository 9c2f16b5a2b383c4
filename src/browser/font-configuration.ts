import {writeFile} from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a fontconfig file into a folder of this run, that knows one folder of fonts and none of the machine's, and gives its path.
 * So the output does not depend on what is installed, and a machine without fonts works: there Chromium would reject
 * every web font and print an empty PDF without a word.
 */
export async function writeFontConfiguration(fonts: string, home: string): Promise<string> {
  const file = path.join(home, 'fonts.conf')
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fonts)}</dir>
  <cachedir>${escapeXml(path.join(home, 'fontconfig'))}</cachedir>
</fontconfig>
`,
  )
  return file
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
