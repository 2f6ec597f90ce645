import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogProps {
  readonly title: string
  readonly children: ComponentChildren
  /** Called when the person closes it, by Escape too. The owner takes it out of the page then. */
  readonly onClose: () => void
  /** Whether it stays until its owner takes it away: Escape does nothing then. */
  readonly isLasting?: boolean
}

/** A modal window over the page. Focus goes into it, and back to where it was when it closes. */
export function Dialog({ title, children, onClose, isLasting = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    ref.current?.showModal()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const closed = () => {
    if (isLasting) ref.current?.showModal()
    else onClose()
  }
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => isLasting && event.preventDefault()}
      onClose={closed}
    >
      <div class="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  )
}
