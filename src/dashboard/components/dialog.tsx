import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { layers } from '../state/layers.ts'
import { Toaster } from './toaster.tsx'

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
  const [layer, setLayer] = useState(0)
  useEffect(() => {
    const before = document.activeElement
    ref.current?.showModal()
    layers.value++
    setLayer(layers.peek())
    return () => {
      layers.value--
      giveFocusBack(before)
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
      {layer > 0 && <Toaster layer={layer} />}
    </dialog>
  )
}

/** To the head of the page when what had it is gone, such as the button of an action that is not possible any more. */
function giveFocusBack(before: Element | null): void {
  const hasPlace = before instanceof HTMLElement && before.isConnected && before !== document.body
  const target = hasPlace ? before : document.querySelector<HTMLElement>('main h1')
  target?.focus()
}
