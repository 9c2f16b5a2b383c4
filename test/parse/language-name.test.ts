import {bundledLanguages, isSpecialLang} from 'shiki'
import {describe, expect, test} from 'vitest'
import {languageAliases, languageName} from '../../src/parse/language-name.ts'

describe('languages by other names', () => {
  test.each([
    ['python3', 'python'],
    ['ipython3', 'python'],
    ['jupyter-python', 'python'],
    ['python3.12', 'python'],
    ['Julia-1.10', 'julia'],
    ['jupyter-R', 'r'],
    ['PostgreSQL', 'sql'],
    ['c++', 'c++'],
    ['没有', '没有'],
  ])('%s is %s', (written, name) => {
    expect(languageName(written)).toBe(name)
  })

  test('each means a language that has a grammar, and is none itself', () => {
    const hasGrammar = (language: string) => Object.hasOwn(bundledLanguages, language)
    const wrong = [...languageAliases].filter(
      ([name, language]) => hasGrammar(name) || !(hasGrammar(language) || isSpecialLang(language)),
    )
    expect(wrong).toEqual([])
  })
})
