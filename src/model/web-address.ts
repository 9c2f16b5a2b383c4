/** An address of the web as the URL parser writes it, without its fragment, which no server sees; `undefined` for any other URL. */
export function webAddress(url: string): string | undefined {
  if (!/^https?:/iu.test(url) || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  parsed.hash = ''
  return parsed.href
}

/** Whether an address holds a user name or a password: no file may show it. */
export function hasCredentials(address: string): boolean {
  const {password, username} = new URL(address)
  return username !== '' || password !== ''
}
