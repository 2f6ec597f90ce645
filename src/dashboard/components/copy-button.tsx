import { tell, tellError } from '../state/toasts.ts'
import { clipped } from '../text/clip.ts'
import { Icon } from './icon.tsx'

// What is copied may have a name that others gave it.
const LONGEST_LABEL = 32

interface CopyButtonProps {
  /** What is copied, asked for when the button is pressed. */
  readonly text: () => string
  /** What it is, such as `GraphQL`. */
  readonly what: string
  readonly label?: string
}

export function CopyButton({ text, what, label = `Copy ${what}` }: CopyButtonProps) {
  const copy = async () => {
    try {
      await copyText(text())
      tell(`Copied ${what}`)
    } catch (error) {
      tellError(`Could not copy ${what}`, error)
    }
  }
  return (
    <button type="button" class="button button-small" onClick={() => void copy()}>
      <Icon name="copy" />
      {clipped(label, LONGEST_LABEL)}
    </button>
  )
}

/** Pages that are reached by plain HTTP on another machine have no clipboard; the older way works there. */
async function copyText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  area.className = 'visually-hidden'
  const before = document.activeElement
  // Beside a modal window nothing can be selected.
  const place = document.querySelector('dialog[open]') ?? document.body
  place.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  if (!copied) throw new Error('The browser does not permit it; select the text and copy it by hand.')
}
