import { type Level, type Logger, pino, stdTimeFunctions } from 'pino'

export interface LogOptions {
  readonly level: Level | 'silent'
  /** Lines for people instead of JSON. */
  readonly pretty: boolean
}

// By name, wherever they stand: nobody logs them on purpose, but an error's own properties are logged with it.
const SECRETS = ['authorization', 'cookie', 'password', 'secret', 'token', 'apiKey']

/** The log of a server, on stderr: stdout belongs to what was asked for, such as the addresses at the start. */
export async function createLog({ level, pretty }: LogOptions): Promise<Logger> {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  const options = { level, redact: { paths, censor: '***' }, timestamp: stdTimeFunctions.isoTime }
  // Written at once: the line that says why a process died must not die with it.
  if (!pretty) return pino(options, pino.destination({ fd: 2, sync: true }))
  const { default: prettyStream } = await import('pino-pretty')
  const lines = prettyStream({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' })
  return pino(options, lines)
}
