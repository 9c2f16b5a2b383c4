import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes a fontconfig file that knows one folder of fonts and none of the machine's, and gives its path.
 * So the output does not depend on what is installed, and a machine without fonts works: there Chromium would reject
 * every web font and print an empty PDF without a word.
 */
export async function writeFontConfiguration(fonts: string, cacheFolder: string): Promise<string> {
  const file = path.join(cacheFolder, 'fontconfig', 'fonts.conf')
  await mkdir(path.dirname(file), {recursive: true, mode: 0o700})
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fonts)}</dir>
  <cachedir>${escapeXml(path.join(cacheFolder, 'fontconfig', 'cache'))}</cachedir>
</fontconfig>
`,
  )
  return file
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
