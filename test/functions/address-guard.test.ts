import { expect, test } from 'vitest'
import { allowedAddresses, isPublicAddress, type Resolve } from '../../src/functions/address-guard.ts'

const noResolver: Resolve = () => Promise.reject(new Error('the name service was asked'))

test.each([
  ['1.1.1.1', 'public'],
  ['93.184.216.34', 'public'],
  ['172.15.255.255', 'just below a private range'],
  ['172.32.0.0', 'just above a private range'],
  ['100.63.255.255', 'just below the carrier range'],
  ['2606:4700:4700::1111', 'public IPv6'],
  ['64:ff9b::1.1.1.1', 'a public IPv4 host seen through NAT64'],
])('%s is public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'this network'],
  ['10.0.0.1', 'private'],
  ['172.16.0.1', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.254', 'loopback'],
  ['169.254.169.254', 'link-local, the metadata of clouds'],
  ['100.64.0.1', 'carrier-grade NAT'],
  ['100.100.100.200', 'metadata of a cloud within it'],
  ['168.63.129.16', 'the wire server of Azure'],
  ['192.0.0.192', 'reserved'],
  ['192.0.2.1', 'documentation'],
  ['198.18.0.1', 'benchmarks'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.255', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'broadcast'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['fe80::1', 'link-local'],
  ['fe80::1%eth0', 'link-local with a zone'],
  ['fec0::1', 'site-local'],
  ['fc00::1', 'unique local'],
  ['fd00:ec2::254', 'unique local, metadata of a cloud'],
  ['ff02::1', 'multicast'],
  ['::ffff:127.0.0.1', 'mapped loopback'],
  ['::ffff:7f00:1', 'mapped loopback in hex'],
  ['::ffff:10.0.0.1', 'mapped private'],
  ['::ffff:0:127.0.0.1', 'translated loopback'],
  ['::127.0.0.1', 'compatible form of loopback'],
  ['64:ff9b::127.0.0.1', 'loopback through NAT64'],
  ['64:ff9b::a00:1', 'private through NAT64'],
  ['64:ff9b:1::1.1.1.1', 'local NAT64'],
  ['2002:7f00:1::', '6to4 of loopback'],
  ['2002:0a00:0001::1', '6to4 of a private address'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
  ['2001:db8::1', 'documentation'],
  ['100::1', 'discard'],
  ['5f00::1', 'segment routing'],
  ['4000::1', 'not assigned'],
  ['example.com', 'no address at all'],
  ['', 'nothing'],
])('%s is not public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://①②⑦.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
])('the literal address of %s is refused without asking the name service', async (url) => {
  const refusal = allowedAddresses(new URL(url), { resolve: noResolver, allowPrivate: false })
  await expect(refusal).rejects.toMatchObject({ code: 'ADDRESS_REFUSED', category: 'permission', retryable: false })
})

test('a name with only private addresses is refused, and the message does not tell them', async () => {
  const resolve: Resolve = async () => [
    { address: '10.1.2.3', family: 4 },
    { address: 'fd00::1', family: 6 },
  ]
  const refusal = allowedAddresses(new URL('https://inner.example:8443/'), { resolve, allowPrivate: false })
  await expect(refusal).rejects.toThrow(/^inner\.example:8443 has no public address; private, .* are refused unless/)
  await expect(refusal).rejects.not.toThrow(/10\.1\.2\.3|fd00/)
})

test('of a name with both kinds of addresses only the public ones are connected to', async () => {
  const resolve: Resolve = async () => [
    { address: '127.0.0.1', family: 4 },
    { address: '1.1.1.1', family: 4 },
  ]
  const addresses = await allowedAddresses(new URL('https://mixed.example/'), { resolve, allowPrivate: false })
  expect(addresses).toEqual([{ address: '1.1.1.1', family: 4 }])
})

test('private addresses are connected to when they are allowed', async () => {
  const addresses = await allowedAddresses(new URL('http://[::1]:80/'), { resolve: noResolver, allowPrivate: true })
  expect(addresses).toEqual([{ address: '::1', family: 6 }])
})

test('what the name service throws passes unchanged', async () => {
  const failure = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' })
  const settings = { resolve: () => Promise.reject(failure), allowPrivate: false }
  await expect(allowedAddresses(new URL('http://gone.example/'), settings)).rejects.toBe(failure)
})
