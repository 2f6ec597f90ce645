const CODES = { red: 31, green: 32, yellow: 33, blue: 34, cyan: 36, grey: 90, bold: 1 } as const

export type Colour = keyof typeof CODES
/** Paints a text, or leaves it as it is where there are no colours. */
export type Paint = (text: string, colour: Colour | null) => string

/** @param colours whether the terminal shows them, and nobody said that they are not wanted */
export function painter(colours: boolean): Paint {
  return (text, colour) => (colours && colour !== null && text !== '' ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text)
}

/** Whether to use colours: on a terminal, unless `NO_COLOR` is set (to anything) or the terminal knows none. */
export function wantsColour(isTTY: boolean, env: NodeJS.ProcessEnv): boolean {
  return isTTY && !env.NO_COLOR && env.TERM !== 'dumb'
}

const BY_STATE: Readonly<Record<string, Colour>> = {
  PENDING: 'grey',
  IN_PROGRESS: 'blue',
  RECOVERING: 'yellow',
  PAUSED: 'cyan',
  SUCCESS: 'green',
  FAILED: 'red',
  EXHAUSTED: 'red',
  CANCELLED: 'grey',
  CLOSED: 'green',
  OPEN: 'red',
  HALF_OPEN: 'yellow',
}

/** The colour of a state of an operation or a circuit breaker. */
export function colourOf(state: string): Colour | null {
  return BY_STATE[state] ?? null
}
