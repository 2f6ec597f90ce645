import { writeDuration } from '../../text/duration-input.ts'

/** How long a run may take, in milliseconds. */
export const RUN_LENGTHS = { min: 100, max: 300_000 } as const

export const RUN_LENGTH_HINT = `From ${writeDuration(RUN_LENGTHS.min)} to ${writeDuration(RUN_LENGTHS.max)}`
