import {BlockList, isIP} from 'node:net'

/** Whether this machine may connect to an IP address. */
export type JudgeAddress = (address: string) => boolean

const kept: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Teredo, ORCHID, benchmarks, documentation, and 6to4, in which an IPv4 address is.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const special = new BlockList()
for (const [network, prefix] of kept) special.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')

/** All of IPv6 that is given out for the internet (RFC 4291, 2.4); addresses that hold one of IPv4 lie outside, mapped and NAT64 ones too. */
const unicast = new BlockList()
unicast.addSubnet('2000::', 3, 'ipv6')

/**
 * Whether an IP address is one of the internet: none of this machine, of a private or a provider's network, of a link, of many, or kept
 * for something else (IANA, special-purpose address registries of IPv4 and IPv6).
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  // A zone names an interface of this machine.
  if (family === 0 || address.includes('%')) return false
  if (family === 4) return !special.check(address, 'ipv4')
  return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}
