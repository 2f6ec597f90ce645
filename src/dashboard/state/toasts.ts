import { signal } from '@preact/signals'
import { actErrorText } from '../text/error-texts.ts'
import { timer } from './time.ts'

export interface Toast {
  readonly id: number
  readonly kind: 'success' | 'error'
  readonly text: string
}

const SHOWN_MS = 6000
const MOST = 4

export const toasts = signal<readonly Toast[]>([])
let lastId = 0

/** Tells what was done; goes away by itself. */
export function tell(text: string): void {
  const id = add('success', text)
  timer(SHOWN_MS, () => dismiss(id))
}

/** Tells what could not be done and what to do; stays until it is read. */
export function tellError(what: string, error: unknown): void {
  add('error', `${what}: ${actErrorText(error)}`)
}

export function dismiss(id: number): void {
  toasts.value = toasts.peek().filter((toast) => toast.id !== id)
}

/** The same text once only; the oldest make room. */
function add(kind: Toast['kind'], text: string): number {
  const id = ++lastId
  toasts.value = [...toasts.peek().filter((toast) => toast.text !== text), { id, kind, text }].slice(-MOST)
  return id
}
