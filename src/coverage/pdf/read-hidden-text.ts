import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a PDF says besides its pages, where private text could hide: its metadata, attachments, notes and bookmarks. */
export async function readHiddenText(pdf: PDFDocumentProxy, pageCount: number): Promise<string> {
  const {info, metadata} = await pdf.getMetadata()
  const attachments = (await pdf.getAttachments()) as Record<string, {filename: string; content: Uint8Array}> | null
  const texts = [JSON.stringify(info), JSON.stringify(metadata?.getRaw() ?? ''), JSON.stringify(await pdf.getOutline())]
  for (const {content, filename} of Object.values(attachments ?? {})) {
    texts.push(filename, new TextDecoder().decode(content))
  }
  for (let number = 1; number <= pageCount; number++) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await pdf.getPage(number)
    // oxlint-disable-next-line no-await-in-loop
    texts.push(JSON.stringify(await page.getAnnotations()))
  }
  return texts.join('\n')
}
