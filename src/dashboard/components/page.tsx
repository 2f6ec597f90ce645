import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface PageProps {
  readonly title: string
  /** What stands at the head of the page in place of the title's text, such as a name with its state. */
  readonly heading?: ComponentChildren
  /** Beside the title. */
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

let isFirstPage = true

/** A page: its title in the window's name too, and focused when the person came to it from another page. */
export function Page({ title, heading, actions, children }: PageProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    document.title = `${title} · Recoverable`
  }, [title])
  // At once: what is focused later was focused by the person.
  useLayoutEffect(() => {
    if (!isFirstPage) head.current?.focus()
    isFirstPage = false
  }, [])
  return (
    <div class="page">
      <div class="page-head">
        <h1 ref={head} tabIndex={-1}>
          {heading ?? title}
        </h1>
        {actions !== undefined && <div class="row">{actions}</div>}
      </div>
      {children}
    </div>
  )
}
