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
  const html = new TextDecoder()
    .decode(page.contents)
    .replaceAll(
      /<link rel="stylesheet" href="(?<name>assets\/[^"]+)">/gu,
      (_tag, name: string) => `<style>${text(name)}</style>`,
    )
    // What ends a script is the tag, wherever it stands.
    .replaceAll(
      /<script src="(?<name>assets\/[^"]+)"><\/script>/gu,
      (_tag, name: string) => `<script>${text(name).replaceAll('</script', String.raw`<\/script`)}</script>`,
    )
    .replaceAll(
      /(?<before>src="|url\()(?<name>media\/[^")]+)/gu,
      (_all, before: string, name: string) => before + dataUrl(name, contents.get(name)),
    )
  return {path: 'deck.html', contents: new TextEncoder().encode(html)}
}

function dataUrl(name: string, contents: Uint8Array | undefined): string {
  const type = mediaTypes[path.extname(name)] ?? 'application/octet-stream'
  return `data:${type};base64,${Buffer.from(contents ?? []).toString('base64')}`
}
