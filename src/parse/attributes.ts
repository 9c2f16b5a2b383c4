import type {Attributes} from '../model/parsed.ts'

const token =
  /#(?<id>[^\s#.={}"]+)|\.(?<className>[^\s#.={}"]+)|(?<key>[\w-]+)=(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"{}]*))|(?<bare>\S+)/gu

/**
 * Reads Pandoc's `#id .class key=value key="a value"`, without the braces.
 * What is none of these is kept as a key with an empty value, so that it can be reported.
 */
export function readAttributes(text: string): Attributes {
  let id = ''
  const classes: string[] = []
  // A map until it is whole: `__proto__` is a name like any other.
  const values = new Map<string, string>()
  for (const {groups = {}} of text.matchAll(token)) {
    if (groups['id']) id = groups['id']
    else if (groups['className']) classes.push(groups['className'])
    else if (groups['key']) values.set(groups['key'], groups['quoted'] ?? groups['plain'] ?? '')
    else if (groups['bare']) values.set(groups['bare'], '')
  }
  return {id, classes, values: Object.fromEntries(values)}
}

export const noAttributes: Attributes = {id: '', classes: [], values: {}}
