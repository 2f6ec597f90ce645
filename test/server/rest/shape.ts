/** What a field of the contract must be; `?` at its end allows null. */
type Kind = 'boolean' | 'text' | 'count' | 'number' | 'ratio' | 'percent' | 'instant' | 'state' | 'object' | 'texts'
export type Shape = Readonly<Record<string, Kind | `${Kind}?`>>

const STATES = ['pending', 'in_progress', 'recovering', 'paused', 'success', 'failed', 'exhausted', 'cancelled']

const IS: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string',
  count: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  number: (value) => Number.isFinite(value),
  ratio: (value) => Number.isFinite(value) && (value as number) >= 0 && (value as number) <= 1,
  percent: (value) => Number.isFinite(value) && (value as number) >= 0 && (value as number) <= 100,
  instant: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
  state: (value) => STATES.includes(value as string),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  texts: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
}

/** What is missing in a value, or is not of its kind. More fields than the contract's are welcome. */
export function faultsOf(value: Readonly<Record<string, unknown>>, shape: Shape): readonly string[] {
  return Object.entries(shape).flatMap(([name, kind]) => {
    if (!Object.hasOwn(value, name)) return [`${name} is missing`]
    const nullable = kind.endsWith('?')
    const isKind = IS[kind.replace('?', '') as Kind]
    const fits = (nullable && value[name] === null) || isKind(value[name])
    return fits ? [] : [`${name} is ${JSON.stringify(value[name])}, not ${kind}`]
  })
}
