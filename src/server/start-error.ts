import { RecoveryError } from '../operation/errors.ts'

/** Why the server did not start, in words for the person who started it. */
export function explainStartError(error: unknown, { host, port }: { readonly host: string; readonly port: number }): string {
  if (error instanceof RecoveryError) return error.message
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { code: undefined, message: String(error) }
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use by another program; stop it, or set PORT to a free port`
    case 'EACCES':
      return `Port ${port} may not be opened by this user; set PORT to one above 1023`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine; set HOST to one that is, such as 127.0.0.1`
    default:
      return `The server could not start: ${message}`
  }
}
