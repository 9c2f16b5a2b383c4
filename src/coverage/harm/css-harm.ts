import {addressHarm} from './address-harm.ts'
import {readCss} from './read-css.ts'

const fetching = /^(?:src|image|cross-fade|(?:-[a-z]+-)?image-set|-[a-z]+-cross-fade|expression|element|paint)$/u
const running = /^(?:behavior|-ms-behavior|-moz-binding)$/u

/** What a finished style sheet would take in or run; `hasFile` says whether a file stands beside it. Names of vocabularies are no addresses. */
export function cssHarm(css: string, hasFile: (name: string) => boolean): string[] {
  const {addresses, atRules, functions, properties} = readCss(css)
  return [
    ...atRules.filter((rule) => rule === 'import' || rule === 'document').map((rule) => `@${rule}`),
    ...functions.filter((one) => fetching.test(one)).map((one) => `${one}()`),
    ...properties.filter((property) => running.test(property)),
    ...addresses.filter((address) => !isOwn(address, hasFile)),
  ]
}

const isOwn = (address: string, hasFile: (name: string) => boolean): boolean =>
  address.startsWith('#') || (addressHarm(address, 'fetched') === undefined && (isData(address) || hasFile(address)))

const isData = (address: string) => /^data:/iu.test(address)
