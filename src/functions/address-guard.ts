import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { TransferError } from './errors.ts'

/** Finds the addresses of a host name. Injected, so that tests own the name service. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

/** The system's resolver, all addresses in the order it gives them. */
export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true })

export interface GuardSettings {
  readonly resolve: Resolve
  /** Whether private, loopback and other not public addresses may be connected to. */
  readonly allowPrivate: boolean
}

// Public by its number, but answers only inside Azure, with the secrets of the machine that asks.
const AZURE_WIRE_SERVER = '168.63.129.16'
const WELL_KNOWN_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * The addresses that may be connected to for the host of a URL.
 *
 * The caller must connect to these very addresses and not resolve the name again: a name server may answer with a
 * public address when it is asked for the check, and with a private one when it is asked for the connection.
 *
 * @throws TransferError ADDRESS_REFUSED when none of the host's addresses is public; what the resolver throws
 */
export async function allowedAddresses(url: URL, settings: GuardSettings): Promise<readonly LookupAddress[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const family = isIP(host)
  const found = family === 0 ? await settings.resolve(host) : [{ address: host, family }]
  const allowed = settings.allowPrivate ? found : found.filter(({ address }) => isPublicAddress(address))
  if (allowed.length > 0) return allowed
  // The addresses themselves stay out of the message: it would tell strangers how the inner network is numbered.
  throw new TransferError(
    'ADDRESS_REFUSED',
    `${url.host} has no public address; private, loopback and reserved addresses are refused unless they are allowed in the settings`,
  )
}

/** Whether an address is one of the public Internet. Whatever is not known to be public counts as private. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed instanceof ipaddr.IPv4 ? isPublicV4(parsed) : isPublicV6(parsed as ipaddr.IPv6)
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && address.toString() !== AZURE_WIRE_SERVER
}

function isPublicV6(address: ipaddr.IPv6): boolean {
  // On a network with IPv6 only, DNS64 gives every IPv4 host such an address: the host behind it is what counts.
  if (address.match(WELL_KNOWN_NAT64)) return isPublicV4(new ipaddr.IPv4(address.toByteArray().slice(12)))
  // Other forms that carry an IPv4 address (mapped, compatible, 6to4, Teredo …) are no unicast ranges, or lie outside 2000::/3.
  return address.match(GLOBAL_UNICAST) && address.range() === 'unicast'
}
