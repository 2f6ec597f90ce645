import { InvalidInputError } from '../operation/errors.ts'
import type { Json } from '../operation/json.ts'
import { refuseUnknown } from './known-options.ts'
import { redactJson, redactText } from './redact.ts'
import { REDACTED } from './redact-assignments.ts'
import { isNamePattern, type NameChoice, SecretNames } from './secret-names.ts'

/**
 * What people and logs are shown in the place of secrets. Functions, and callers of the library, are given the real values.
 */
export class Redaction {
  readonly names: SecretNames

  /** @throws InvalidInputError when a name has neither letters nor digits, or more than 64 characters */
  constructor(choice: NameChoice = {}) {
    refuseUnknown(choice, ['names', 'except'], 'redact')
    for (const [part, names] of Object.entries(choice)) checkNames(part, names)
    this.names = new SecretNames(choice)
  }

  /** A text of which the well-known secrets were taken before it was stored, such as an error's message. */
  storedText<T extends string | null>(text: T): T {
    return text === null || !this.names.hasFurther ? text : (redactText(text, this.names) as T)
  }

  json<T extends Json>(value: T): T {
    return redactJson(value, this.names)
  }

  /**
   * The value itself, when it holds no `[redacted]`: who reads an input, changes a part of it and sends it back would
   * otherwise store that in the place of the secret.
   *
   * @param name what the value is called in the message, such as `input`
   * @throws InvalidInputError when it does
   */
  unredacted<T>(value: T, name: string): T {
    if (!holdsRedacted(value)) return value
    const why = 'stands for a secret that is not shown; send the secret itself in its place'
    throw new InvalidInputError(`${name} holds "${REDACTED}", which ${why}`, { field: name })
  }
}

/** Whether any text in a value of JSON holds `[redacted]`. In linear time, however deep it is. */
export function holdsRedacted(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const part = left.pop()
    if (typeof part === 'string' && part.includes(REDACTED)) return true
    if (typeof part !== 'object' || part === null) continue
    for (const inner of Object.values(part)) left.push(inner)
  }
  return false
}

function checkNames(part: string, names: unknown): void {
  if (Array.isArray(names) && names.every(isNamePattern)) return
  throw new InvalidInputError(`redact.${part} is a list of names with a letter or digit and at most 64 characters`, {
    field: `redact.${part}`,
  })
}
