import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Keys, pressed } from '../text/key-sequence.ts'
import { storedSignal } from './stored.ts'
import { timer } from './time.ts'

export interface Shortcut extends Keys {
  readonly run: () => void
}

const SEQUENCE_MS = 1500

/** Those that work now, for the list of them. */
export const shortcuts = signal<readonly Shortcut[]>([])

/** `on` or `off`: single keys are in the way of those who speak to their computer. */
export const shortcutsSwitch = storedSignal('recoverable.shortcuts', 'on')

let pending = ''

/** Shortcuts that work while the component is there. The latest of the same keys wins. */
export function useShortcuts(mine: readonly Shortcut[]): void {
  const latest = useRef(mine)
  latest.current = mine
  const key = mine.map(({ keys, label }) => `${keys} ${label}`).join('\n')
  // What a shortcut runs is looked up when it is pressed; the keys work as soon as what they do is seen.
  useLayoutEffect(() => {
    const added = latest.current.map(({ keys, label }, index): Shortcut => {
      return { keys, label, run: () => latest.current[index]?.run() }
    })
    shortcuts.value = [...shortcuts.peek(), ...added]
    return () => {
      shortcuts.value = shortcuts.peek().filter((one) => !added.includes(one))
    }
  }, [key])
}

/** Listens for them; the answer ends it. */
export function listenForShortcuts(): () => void {
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return
  if (shortcutsSwitch.value === 'off' && event.key !== '?') return
  const answer = pressed(shortcuts.peek(), pending, event.key)
  pending = answer.pending
  if (pending !== '') forgetLater(pending)
  if (answer.found === undefined) return
  event.preventDefault()
  answer.found.run()
}

function forgetLater(keys: string): void {
  timer(SEQUENCE_MS, () => {
    if (pending === keys) pending = ''
  })
}

/** Whether the key is meant for a field. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}
