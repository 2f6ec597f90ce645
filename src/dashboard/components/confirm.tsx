import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Dialog } from './dialog.tsx'

interface Question {
  readonly title: string
  /** What will happen, and what cannot be taken back. */
  readonly text: ComponentChildren
  /** The word on the button that does it, such as `Cancel operation`. */
  readonly yes: string
  /** The word on the other one. */
  readonly no?: string
  readonly isDangerous?: boolean
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

const asked = signal<Asked | null>(null)

/** Asks before something is done that is hard to take back. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (yes) => {
        asked.value = null
        resolve(yes)
      },
    }
  })
}

/** Where questions appear: once in the page. */
export function ConfirmDialog() {
  const question = asked.value
  // Whoever was asked has left.
  useEffect(() => () => asked.peek()?.answer(false), [])
  if (question === null) return null
  const { title, text, yes, no = 'Go back', isDangerous = false, answer } = question
  return (
    <Dialog title={title} onClose={() => answer(false)}>
      <div>{text}</div>
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" class={`button button-primary ${isDangerous ? 'button-danger' : ''}`} onClick={() => answer(true)}>
          {yes}
        </button>
      </div>
    </Dialog>
  )
}
