/** What must not reach a terminal or a log of a CI service, by what it would do there. */
export const payloads: Readonly<Record<string, string>> = {
  'GitHub stop': '\n::stop-commands::token\n',
  'GitHub error after spaces': '\n \u3000::error file=a.md::shown\n',
  'GitHub old': 'x ##[add-mask]secret',
  Azure: 'x ##vso[task.setvariable variable=a]b',
  TeamCity: "\n##teamcity[buildStatus status='SUCCESS']\n",
  Buildkite: '\n+++ group\n',
  'carriage return': 'wrong\r::set-output name=a::b\rright',
  'GitLab section': '\rsection_start:1:a\r\u001B[0K',
  colours: '\u001B[31mred\u001B[0m',
  link: '\u001B]8;;https://example.org\u0007words\u001B]8;;\u0007',
  'C1 control': '\u009B31m \u0085::debug::x',
  'backspace and bell': 'abc\b\b\b\u0007\u007F',
  'bidi override': 'a\u202Eb\u202C \u2066c\u2069 \u200Fd \u061Ce',
  'line separator': 'a\u2028::warning::b\u2029c',
  'tags and invisible marks': 'a\u{E0041}\uFEFF\u200B\u00ADb',
  'half of a character': 'a\uD800b',
}

/** Nothing but line feeds moves anything, no line is a command, and no service finds one inside of a line. */
export function unsafeLines(text: string): string[] {
  return text
    .split('\n')
    .filter(
      (line) =>
        /\p{Cc}|(?![\u200C\u200D])\p{Cf}|[\p{Zl}\p{Zp}\p{Surrogate}]/u.test(line) ||
        /^\s*(?:::|[-+~]{3}\s)/u.test(line) ||
        /##[\w.]*\[/u.test(line),
    )
}
