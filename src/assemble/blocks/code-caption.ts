import type {Code, PhrasingContent} from 'mdast'

/** What a listing or diagram is called: its caption, else its title, which is text. */
export function codeCaption({data}: Code): PhrasingContent[] {
  const title = data?.attributes?.values['title']
  return data?.caption ?? (title ? [{type: 'text', value: title}] : [])
}
