import {strFromU8} from 'fflate'
import {HtmlValidate} from 'html-validate'
import {readEpub} from './read-epub.ts'

/** XML closes what HTML leaves open, and code is coloured in place, since readers strip style sheets. */
const checker = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'attribute-boolean-style': ['error', {style: 'name'}],
    'void-style': ['error', {style: 'selfclosing'}],
    'no-inline-style': 'off',
    'require-sri': 'off',
  },
})

/** What html-validate says of the documents of an EPUB: a line a finding. */
export async function runHtmlValidate(file: string): Promise<string[]> {
  const documents = Object.entries(await readEpub(file)).filter(([name]) => name.endsWith('.xhtml'))
  const reports = await Promise.all(
    documents.map(async ([name, bytes]) => {
      const {results} = await checker.validateString(strFromU8(bytes).replace(/^<\?xml[^>]*\?>\n/u, ''))
      return results.flatMap(({messages}) =>
        messages.map(({line, message, ruleId}) => `${name}:${line} ${ruleId} ${message}`),
      )
    }),
  )
  return reports.flat()
}
