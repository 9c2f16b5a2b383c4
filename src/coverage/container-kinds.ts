/** Kinds of units that are a title: what they hold are units after them. */
export const containerKinds: ReadonlySet<string> = new Set(['callout', 'details', 'exercise', 'theorem'])
