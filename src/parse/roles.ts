/** Inline directives, a closed list that must carry brackets, with the attributes each understands. */
export const roles = {
  abbr: ['title'],
  index: ['as', 'see', 'sort'],
  kbd: [],
  page: [],
  ruby: ['rt'],
  term: ['as', 'sort'],
} as const satisfies Record<string, readonly string[]>

export type RoleName = keyof typeof roles

export const roleNames: readonly string[] = Object.keys(roles)
