/** Names in a row, as the language of the course parts them. */
export const joinNames = (names: readonly string[], language: string): string =>
  names.join(/^(?:zh|ja)\b/iu.test(language) ? '、' : ', ')
