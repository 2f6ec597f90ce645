import { CommanderError } from 'commander'
import { ConfigError } from '../config/config-error.ts'

/** What the process answers. Scripts rely on them: they are for ever. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  notFound: 4,
  forbidden: 5,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The end of each help text. */
export const EXIT_HELP = `
Exit codes:
  0    done
  1    failed or refused
  2    the command was not understood, or the configuration has a fault
  3    the server cannot be reached
  4    there is no such operation or circuit breaker
  5    the token is missing, wrong, or of a role that may not do this
  130  interrupted; what the server was told to do goes on
`

const BY_CODE: Readonly<Record<string, ExitCode>> = {
  UNREACHABLE: EXIT.unreachable,
  TIMEOUT: EXIT.unreachable,
  NOT_FOUND: EXIT.notFound,
  UNAUTHENTICATED: EXIT.forbidden,
  FORBIDDEN: EXIT.forbidden,
  USAGE: EXIT.usage,
  INTERRUPTED: EXIT.interrupted,
}

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ConfigError || error instanceof CommanderError) return EXIT.usage
  return exitCodeFor(codeOf(error))
}

/** The exit code for a code of the API. */
export function exitCodeFor(code: string): ExitCode {
  return BY_CODE[code] ?? EXIT.failed
}

/** The stable code of an error; INTERNAL for those that have none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'INTERNAL'
}
