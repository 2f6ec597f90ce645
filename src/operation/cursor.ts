import { InvalidInputError } from './errors.ts'

/** A place in the event log: after the event at `position`, in the log named by `epoch`. */
export interface LogPosition {
  /** 8 lower-case hex digits, made anew with each new log. */
  readonly epoch: string
  readonly position: number
}

const PREFIX = 'evt_'
const TEXT = /^evt_([0-9a-f]{8})_([0-9a-z]{1,11})$/

/** The opaque text of a place in the log. */
export function encodeCursor(at: LogPosition): string {
  return `${PREFIX}${at.epoch}_${at.position.toString(36)}`
}

/**
 * Reads a cursor that a client sent.
 *
 * @throws InvalidInputError when it is not one that we made. Whether its place still exists, only the log knows.
 */
export function decodeCursor(text: string): LogPosition {
  const match = TEXT.exec(text)
  const position = match === null ? Number.NaN : Number.parseInt(match[2] as string, 36)
  if (match === null || !Number.isSafeInteger(position)) {
    throw new InvalidInputError('This is no event cursor; use a `cursor` or `eventCursor` that the API answered', {
      field: 'after',
    })
  }
  return { epoch: match[1] as string, position }
}
