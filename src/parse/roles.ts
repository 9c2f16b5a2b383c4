/** Inline directives: the closed list that is read as more than text. */
export const roleNames: readonly string[] = ['term', 'kbd']
