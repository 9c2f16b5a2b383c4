import {strToU8, zipSync, type Zippable} from 'fflate'

/** Local time on purpose: fflate writes the local fields of a date, so this gives the same bytes in every time zone. */
const epoch = new Date(1980, 0, 1)

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

/** EPUB's container: `mimetype` first and stored (EPUB 3.3, OCF ZIP container), everything else in code unit order. */
export function zipEpub(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {
    mimetype: [strToU8('application/epub+zip'), {level: 0, mtime: epoch}],
    'META-INF/container.xml': [strToU8(container), {level: 9, mtime: epoch}],
  }
  for (const path of [...files.keys()].toSorted()) {
    const contents = files.get(path) ?? ''
    entries[path] = [typeof contents === 'string' ? strToU8(contents) : contents, {level: 9, mtime: epoch}]
  }
  return zipSync(entries)
}
