/** What a browser makes of an address before it looks for its scheme. */
const settled = (address: string) => address.replaceAll(/^[\0-\u0020\u00A0\uFEFF]+/gu, '').replaceAll(/[\t\n\r]/gu, '')

/** Whether a reader follows the address, or the page takes in what is there. */
export type AddressUse = 'followed' | 'fetched'

/**
 * The scheme of an address where none of that kind may stand: those that run, read files, or leave for another machine by themselves.
 * `undefined` for an address that is as it should be.
 */
export function addressHarm(address: string, use: AddressUse): string | undefined {
  const text = settled(address)
  if (/^[\\/]{2}/u.test(text)) return '//'
  const scheme = /^(?<scheme>[a-z][a-z\d+.-]*):/iu.exec(text)?.groups?.['scheme']?.toLowerCase()
  if (scheme === undefined) return undefined
  if (use === 'followed') return ['http', 'https', 'mailto', 'tel'].includes(scheme) ? undefined : `${scheme}:`
  const isPicture = /^data:(?:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)|font\/\w+)[;,]/iu.test(text)
  return isPicture ? undefined : `${scheme}:`
}
