import {configure, TextReader, Uint8ArrayReader, ZipWriter, type ZipWriterAddDataOptions} from '@zip.js/zip.js'

/** A file of the container: its path and what it holds. */
export type EpubFile = readonly [path: string, contents: string | Uint8Array]

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

const options: ZipWriterAddDataOptions = {
  level: 9,
  // The library's own engine: the platform's gives other bytes on other processors.
  useCompressionStream: false,
  // Local time on purpose: the local fields of a date are written, so this gives the same bytes in every time zone.
  lastModDate: new Date(1980, 0, 1),
  extendedTimestamp: false,
  dataDescriptor: false,
}

/**
 * EPUB's container, piece by piece: `mimetype` first, stored and without a data descriptor (EPUB 3.3, OCF ZIP container), then the files in
 * their order. A file is taken when the one before it has been read, so one is held at a time. Throws what `files` throws.
 */
export async function* zipEpub(files: Iterable<EpubFile>): AsyncGenerator<Uint8Array> {
  // One file is compressed at a time; a worker thread for it would cost more than it saves.
  configure({useWebWorkers: false})
  const {readable, writable} = new TransformStream<Uint8Array, Uint8Array>()
  const zip = new ZipWriter(writable, options)
  const writing = writeFiles(zip, files).catch((error: unknown) => writable.abort(error))
  yield* readable
  await writing
}

async function writeFiles(zip: ZipWriter<unknown>, files: Iterable<EpubFile>): Promise<void> {
  await zip.add('mimetype', new TextReader('application/epub+zip'), {level: 0})
  await zip.add('META-INF/container.xml', new TextReader(container))
  for (const [path, contents] of files) {
    const reader = typeof contents === 'string' ? new TextReader(contents) : new Uint8ArrayReader(contents)
    // In turn: the next one is made when this one is in.
    // oxlint-disable-next-line no-await-in-loop
    await zip.add(path, reader)
  }
  await zip.close()
}
