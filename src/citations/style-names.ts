/** Styles that need no file: ours, and those of the package, which is only loaded where something is cited. */
export const styleNames: readonly string[] = ['gb-7714-numeric', 'apa', 'vancouver', 'harvard1']
