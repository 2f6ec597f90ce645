import { type Typed, typedWhole } from '../../text/typed-values.ts'

/** What a person wrote as the number of attempts; nothing leaves it as it is. */
export function readMaxAttempts(text: string): Typed | { readonly value: null; readonly fault: null } {
  return text.trim() === '' ? { value: null, fault: null } : typedWhole(text, { min: 1, max: 1001 })
}
