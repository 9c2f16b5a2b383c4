import path from 'node:path/posix'
import type {WholeFile} from '../model/artifact.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** A page of the deck with all its files inside, to send or to carry: `deck.html`. */
export function singleFile(page: WholeFile, files: readonly WholeFile[]): WholeFile {
  const contents = new Map(files.map((file) => [file.path, file.contents]))
  const text = (name: string) => new TextDecoder().decode(contents.get(name))
  const html = withMedia(new TextDecoder().decode(page.contents), contents)
    .replaceAll(
      /<link rel="stylesheet" href="(?<name>assets\/[^"]+)">/gu,
      (_tag, name: string) => `<style>${text(name)}</style>`,
    )
    // What ends a script is the tag, wherever it stands.
    .replaceAll(
      /<script src="(?<name>assets\/[^"]+)"><\/script>/gu,
      (_tag, name: string) => `<script>${text(name).replaceAll('</script', String.raw`<\/script`)}</script>`,
    )
  return {path: 'deck.html', contents: new TextEncoder().encode(html)}
}

type Files = ReadonlyMap<string, Uint8Array>

/** Tags alone: in text a `<` is escaped, so that what is said of an image is none. */
const tag = /<[a-z](?:[^">]|"[^"]*")*>/giu

/** Images by their contents; before scripts and styles are put in, which may hold anything. */
function withMedia(html: string, files: Files): string {
  return html.replaceAll(tag, (written) => {
    if (!written.includes('media/')) return written
    return written.replaceAll(/ (?<name>[^\s="]+)="(?<value>[^"]*)"/gu, (all, name: string, value: string) => {
      if (name === 'src') return ` src="${urlOf(value, files)}"`
      if (name !== 'style') return all
      const style = value.replaceAll(
        /url\((?<file>media\/[^)]+)\)/gu,
        (_url, file: string) => `url(${urlOf(file, files)})`,
      )
      return ` style="${style}"`
    })
  })
}

/** What is no file of the deck keeps its name. */
function urlOf(name: string, files: Files): string {
  const contents = files.get(name)
  return contents ? dataUrl(name, contents) : name
}

function dataUrl(name: string, contents: Uint8Array): string {
  const type = mediaTypes[path.extname(name)] ?? 'application/octet-stream'
  return `data:${type};base64,${Buffer.from(contents).toString('base64')}`
}
