import { effect, type Signal, signal } from '@preact/signals'

/**
 * A signal that is kept in this browser, and read again when the page is opened. A browser that keeps nothing (private
 * windows, blocked storage) has the value for as long as the page is open.
 */
export function storedSignal(key: string, fallback: string, storage: () => Storage = () => localStorage): Signal<string> {
  const stored = signal(read(key, storage) ?? fallback)
  effect(() => {
    write(key, stored.value === fallback ? null : stored.value, storage)
  })
  return stored
}

export function read(key: string, storage: () => Storage): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null
  }
}

/** Takes away whatever the dashboard keeps there. */
export function clear(storage: () => Storage): void {
  try {
    for (const key of Object.keys(storage())) if (key.startsWith('recoverable.')) storage().removeItem(key)
  } catch {
    // Nothing is kept, then.
  }
}

/** null takes it away. */
export function write(key: string, value: string | null, storage: () => Storage): void {
  try {
    if (value === null) storage().removeItem(key)
    else storage().setItem(key, value)
  } catch {
    // Nothing is kept, then.
  }
}
