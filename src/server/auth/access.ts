import type { IncomingMessage } from 'node:http'
import { ForbiddenError, RateLimitedError } from '../../operation/access-errors.ts'
import { ANYONE, allows, type Role } from '../../operation/caller.ts'
import type { Clock } from '../../operation/clock.ts'
import { KeyedLimit } from '../limits/keyed-limit.ts'
import { rateOf } from '../limits/limits.ts'
import type { Authenticate } from './authenticator.ts'
import { bearerOf } from './credentials.ts'
import type { Identity } from './identity.ts'

/** Wrong tokens of one address: enough for a person's mistakes, too few to fill a log or to guess by. */
const FAILURES = { rate: 10, burst: 20 }
const RECHECK_MS = 60_000

export interface AccessOptions {
  /** Null: whoever reaches the server may do everything. */
  readonly authenticate: Authenticate | null
  /** Requests a second of one caller; 0 sets no limit. */
  readonly requestRate: number
  readonly clock: Clock
}

/** The door of every transport: who asks, whether they ask too much, and until when they may stay. */
export class Access {
  readonly #authenticate: Authenticate | null
  readonly #clock: Clock
  readonly #requests: KeyedLimit
  readonly #failures: KeyedLimit

  constructor({ authenticate, requestRate, clock }: AccessOptions) {
    this.#authenticate = authenticate
    this.#clock = clock
    this.#requests = new KeyedLimit(rateOf(requestRate), clock)
    this.#failures = new KeyedLimit(FAILURES, clock)
  }

  /**
   * Lets one request in.
   *
   * @param token what the caller showed; by default that of the Authorization header
   * @throws UnauthenticatedError, RateLimitedError
   */
  async enter(request: IncomingMessage, token: string | null = bearerOf(request.headers)): Promise<Identity> {
    const address = request.socket.remoteAddress ?? ''
    const identity = await this.#identify(address, token)
    this.count(identity)
    return identity
  }

  /**
   * Lets one request in, of a caller with this role or more.
   *
   * @throws UnauthenticatedError, RateLimitedError, ForbiddenError
   */
  async requireRole(request: IncomingMessage, role: Role, what: string): Promise<Identity> {
    const identity = await this.enter(request)
    if (!allows(identity.caller, role)) throw new ForbiddenError(what, role)
    return identity
  }

  /**
   * Counts a further request of a caller who is in, such as over a WebSocket.
   *
   * @throws RateLimitedError
   */
  count({ countedAs }: Identity): void {
    const waitMs = this.#requests.take(countedAs)
    if (waitMs > 0) throw new RateLimitedError('Too many requests of this caller', waitMs)
  }

  /** Calls `end` when the identity's token ends. Answers the way to stop; for tokens without an end, nothing is waited for. */
  onExpiry({ expiresAt }: Identity, end: () => void): () => void {
    if (expiresAt === null) return () => undefined
    // A timer may reach less far than a token, and a clock that is set forward brings the end nearer.
    const again = () => Math.min(Math.max(expiresAt - this.#clock.now(), 0), RECHECK_MS)
    const check = () => {
      if (this.#clock.now() >= expiresAt) end()
      else timer = this.#clock.timer(again(), check)
    }
    let timer = this.#clock.timer(again(), check)
    return () => timer.cancel()
  }

  async #identify(address: string, token: string | null): Promise<Identity> {
    if (this.#authenticate === null) return { caller: ANYONE, expiresAt: null, countedAs: `address ${address}` }
    const authenticating = this.#authenticate(token).catch((error: unknown) => {
      if (token !== null) this.#countFailure(address)
      throw error
    })
    const { caller, expiresAt } = await authenticating
    return { caller, expiresAt, countedAs: `caller ${caller.name}` }
  }

  /**
   * Only who fails is slowed down: behind a proxy all callers have one address, and whoever guesses there must not shut
   * the others out. Nobody guesses 256 bits, so it matters little that a right one would pass.
   */
  #countFailure(address: string): void {
    const waitMs = this.#failures.take(address)
    if (waitMs > 0) throw new RateLimitedError('Too many wrong tokens from this address', waitMs)
  }
}
