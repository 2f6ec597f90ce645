import { type Level, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino'
import { lineRedactor } from '../engine/redacted-log.ts'

export interface LogOptions {
  readonly level: Level | 'silent'
  /** Lines for people instead of JSON. */
  readonly pretty: boolean
  /** Further names whose values are not written, and names whose values are. */
  readonly redact?: { readonly names: readonly string[]; readonly except: readonly string[] }
}

/** The log of a server, on stderr: stdout belongs to what was asked for, such as the addresses at the start. */
export async function createLog({ level, pretty, redact = { names: [], except: [] } }: LogOptions): Promise<Logger> {
  const redactedLine = lineRedactor(redact)
  const options: LoggerOptions = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    hooks: {
      // Each line has fields and a message, as `Log` says; an error may tell more than it should, such as an address with its password.
      logMethod([fields, message], log) {
        log.apply(this, redactedLine(fields as unknown as object, message as unknown as string))
      },
    },
  }
  // Written at once: the line that says why a process died must not die with it.
  if (!pretty) return pino(options, pino.destination({ fd: 2, sync: true }))
  const { default: prettyStream } = await import('pino-pretty')
  const lines = prettyStream({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' })
  return pino(options, lines)
}
