/** What a check would have to look at, by the mutant's id. */
export const missedToday: Readonly<Record<string, string>> = {}
