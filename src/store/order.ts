import { type Ordered, orderValue } from '../operation/order.ts'
import type { OrderField, PageKey } from '../operation/query.ts'

/** The place of an operation in an order. */
export function keyOf(operation: Ordered & { readonly id: string }, field: OrderField): PageKey {
  return { value: orderValue(operation, field), id: operation.id }
}

/** Compares two places of one order. */
export function compareKeys(a: PageKey, b: PageKey): number {
  if (a.value !== b.value) return (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY)
  return compareText(a.id, b.id)
}

/** The order of code points, which is the order of UTF-8 bytes: how databases compare text, unlike JavaScript's `<`. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const unit = a.charCodeAt(i)
    const other = b.charCodeAt(i)
    if (unit !== other) return codePointRank(unit) - codePointRank(other)
  }
  return a.length - b.length
}

/** Surrogates stand for code points above U+FFFF, so they rank after U+E000 to U+FFFF. */
function codePointRank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}
