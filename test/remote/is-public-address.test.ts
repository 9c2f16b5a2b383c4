import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {isPublicAddress} from '../../src/remote/is-public-address.ts'

test.each([
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2001:200::1',
  '2a00:1450:4001:81b::200e',
])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['this network', '0.0.0.0'],
  ['this network', '0.255.255.255'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.0'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['of a provider', '100.64.0.0'],
  ['of a provider', '100.127.255.255'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.255'],
  ['of a link', '169.254.169.254'],
  ['of protocols', '192.0.0.170'],
  ['for documentation', '192.0.2.1'],
  ['for documentation', '198.51.100.1'],
  ['for documentation', '203.0.113.1'],
  ['for benchmarks', '198.19.255.255'],
  ['relay of 6to4', '192.88.99.1'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['mapped IPv4', '::ffff:127.0.0.1'],
  ['mapped IPv4', '::ffff:1.1.1.1'],
  ['mapped IPv4', '::ffff:7f00:1'],
  ['compatible IPv4', '::127.0.0.1'],
  ['NAT64', '64:ff9b::a00:1'],
  ['NAT64 of a network', '64:ff9b:1::1'],
  ['discarded', '100::1'],
  ['Teredo', '2001::1'],
  ['ORCHID', '2001:20::1'],
  ['for documentation', '2001:db8::1'],
  ['for documentation', '3fff::1'],
  ['6to4', '2002:7f00:1::'],
  ['unique local', 'fc00::1'],
  ['unique local', 'fdff::1'],
  ['of a link', 'fe80::1'],
  ['of a link, with its zone', 'fe80::1%eth0'],
  ['with a zone', '2606:4700::1%1'],
  ['of a site', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['a name', 'localhost'],
  ['a number', '2130706433'],
  ['octal', '0177.0.0.1'],
  ['short', '127.1'],
  ['nothing', ''],
])('%s is not public: %s', (_kind, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('an IPv6 address that holds one of IPv4 is never public, however it is written', () => {
  const embed = fc
    .ipV4()
    .chain((address) => fc.constantFrom(`::ffff:${address}`, `::${address}`, `64:ff9b::${address}`))
  fc.assert(
    fc.property(embed, (address) => {
      expect(isPublicAddress(address)).toBe(false)
    }),
  )
})
