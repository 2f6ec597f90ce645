import { ConfigError } from '../../config/config-error.ts'
import { ServerVersion } from '../documents/server.ts'
import { codeOf } from '../exit-codes.ts'
import type { Session } from '../session.ts'
import { checkSkew } from './clock.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const NAME = 'server'

/** Whether a server answers where the commands look for one, lets us in, and is of this version. */
export async function checkServer(session: Session): Promise<readonly Finding[]> {
  try {
    const { url } = await session.server()
    const skew = await skewOf(session, url)
    return [await askVersion(session, url), ...(skew === null ? [] : [skew])]
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => fail(NAME, problem, 'Mend --url, --token or what stands in their place'))
  }
}

async function askVersion(session: Session, url: string): Promise<Finding> {
  const own = session.world.version
  try {
    const { recoveryStatus } = await (await session.api()).request(ServerVersion, {})
    if (recoveryStatus.version === own) return ok(NAME, `${url} answers, version ${own}`)
    return warn(NAME, `${url} is of version ${recoveryStatus.version}, this command of ${own}`, 'Use the same version for both')
  } catch (error) {
    const code = codeOf(error)
    const message = error instanceof Error ? error.message : String(error)
    if (code === 'UNREACHABLE')
      return warn(NAME, `No server answers at ${url}`, 'Start one with "recoverable serve", or name it with --url')
    if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') {
      return fail(NAME, `${url} does not let us in: ${message}`, 'Name a token with --token or RECOVERY_TOKEN')
    }
    return fail(NAME, `${url} answers, but not as it should: ${message}`, 'Look into its log')
  }
}

/** The header of any answer tells the time of the server; null when there is none. */
async function skewOf({ world }: Session, url: string): Promise<Finding | null> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(3000) })
    await response.arrayBuffer()
    return checkSkew(response.headers.get('date'), world.wallClock())
  } catch {
    return null
  }
}
