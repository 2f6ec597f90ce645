import { useState } from 'preact/hooks'
import { countText } from '../text/numbers.ts'
import { Foreign } from './foreign.tsx'

const SHOWN = 2000

/** A text of others that may be very long: its beginning, and all of it on demand. */
export function LongText({ text }: { readonly text: string }) {
  const [isWhole, setIsWhole] = useState(false)
  if (text.length <= SHOWN || isWhole) return <Foreign text={text} />
  return (
    <>
      <Foreign text={`${text.slice(0, SHOWN).replace(/[\ud800-\udbff]$/, '')}…`} />{' '}
      <button type="button" class="button button-small" onClick={() => setIsWhole(true)}>
        Show all {countText(text.length)} characters
      </button>
    </>
  )
}
