/** What a check found. */
export interface Finding {
  readonly name: string
  readonly status: 'ok' | 'warn' | 'fail'
  readonly message: string
  /** What to do about it; null when nothing is to be done. */
  readonly remedy: string | null
}

export function ok(name: string, message: string): Finding {
  return { name, status: 'ok', message, remedy: null }
}

export function warn(name: string, message: string, remedy: string): Finding {
  return { name, status: 'warn', message, remedy }
}

export function fail(name: string, message: string, remedy: string): Finding {
  return { name, status: 'fail', message, remedy }
}
