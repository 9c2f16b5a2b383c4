const codeSpan = /(?<!`)(?<ticks>`+)(?!`)(?<code>.*?[^`])\k<ticks>(?!`)/gu

/** A line without its code and what it escapes, of which U+FFFC is left, and without comments: what is left is meant as markup, or as it is. */
export const bareLine = (text: string): string =>
  text
    .replaceAll(codeSpan, '\uFFFC')
    .replaceAll(/\\[!-/:-@[-`{-~]/gu, (written) => (/[()[\]]/u.test(written) ? written : '\uFFFC'))
    .replaceAll(/<!--.*?(?:-->|$)/gu, '')
