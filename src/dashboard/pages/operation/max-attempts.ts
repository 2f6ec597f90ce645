const MOST = 1001

/** What a person wrote as the number of attempts; nothing leaves it as it is. */
export function readMaxAttempts(text: string): { readonly value: number | null; readonly fault: string | null } {
  if (text.trim() === '') return { value: null, fault: null }
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= MOST) return { value, fault: null }
  return { value: null, fault: `Enter a whole number from 1 to ${MOST}, or nothing.` }
}
