import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { Socket } from 'node:net'
import type { Recovery } from '../../../src/index.ts'

// Loaded by the attacked server: the functions of its well-behaved client, and an Internet of its own.

const PUBLIC_ADDRESS = '93.184.216.34'
/** Says something else each time it is asked, as the name server of an attacker does. */
let isAskedAgain = false
const NAMES: Readonly<Record<string, () => string>> = {
  'public.example': () => PUBLIC_ADDRESS,
  'inside.example': () => '127.0.0.1',
  'rebinding.example': () => {
    const address = isAskedAgain ? '127.0.0.1' : PUBLIC_ADDRESS
    isAskedAgain = true
    return address
  },
}

/** Names get these addresses, and whoever connects to the public one reaches this machine: there may be no network here. */
function playTheInternet(): void {
  const { lookup } = dns.promises
  const named = async (name: string, options: dns.LookupAllOptions) => {
    const address = NAMES[name]?.()
    return address === undefined ? lookup(name, options) : [{ address, family: 4 }]
  }
  Object.assign(dns.promises, { lookup: named })
  syncBuiltinESMExports()
  const { connect } = Socket.prototype
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]) {
    const [options] = (Array.isArray(args[0]) ? args[0] : args) as [{ lookup?: unknown; host?: string }]
    if (options.lookup !== undefined) options.lookup = throughTheInternet(options.lookup as Lookup)
    return connect.apply(this, args as Parameters<typeof connect>)
  } as typeof connect
}

type Lookup = (
  host: string,
  options: dns.LookupAllOptions,
  callback: (error: Error | null, found: dns.LookupAddress[]) => void,
) => void

function throughTheInternet(lookup: Lookup): Lookup {
  return (host, options, callback) =>
    lookup(host, options, (error, found) => {
      const routed = found?.map((one) => (one.address === PUBLIC_ADDRESS ? { ...one, address: '127.0.0.1' } : one))
      callback(error, routed)
    })
}

export function register(recovery: Recovery): void {
  playTheInternet()
  recovery.define('greet', async (name: string) => `hello ${name}`)
  recovery.define('patient', (_input: null, { signal }) => {
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
  })
}
