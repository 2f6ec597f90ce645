import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface DisclosureProps {
  readonly summary: ComponentChildren
  /** Made when it is open: what is closed costs nothing, however many there are. */
  readonly children: () => ComponentChildren
  readonly class?: string
}

/** Something on demand. */
export function Disclosure({ summary, children, class: more = '' }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details class={`disclosure ${more}`} open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children()}
    </details>
  )
}
