/** The named groups of a match, empty where a group took no part in it; `undefined` where nothing matches. */
export function matchGroups<Name extends string>(
  pattern: RegExp,
  text: string | undefined,
): Readonly<Record<Name, string>> | undefined {
  const groups: Readonly<Record<string, string | undefined>> | undefined = pattern.exec(text ?? '')?.groups
  if (!groups) return undefined
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value ?? ''])) as Record<Name, string>
}
