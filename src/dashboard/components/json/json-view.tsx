import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CopyButton } from '../copy-button.tsx'
import { JsonBranch } from './json-branch.tsx'
import { JsonLeaf } from './json-leaf.tsx'
import { isBranch, type JsonPath, jsonText, valueAt } from './json-shape.ts'
import './json-view.css'

interface JsonViewProps {
  /** Any JSON; undefined is shown as nothing. */
  readonly value: unknown
  /** What it is, such as `input`: the button that copies it says so. */
  readonly label: string
  /** How many levels are open at first. */
  readonly openLevels?: number
}

const OUTERMOST: JsonPath = []

/** JSON that others wrote, readable and collapsible. Only what is open is in the page. */
export function JsonView({ value, label, openLevels = 2 }: JsonViewProps) {
  const path = useSignal(OUTERMOST)
  if (value === undefined) return <p class="json-nothing">Nothing</p>
  const at = valueAt(value, path.value)
  const [shown, from] = at === undefined ? [value, OUTERMOST] : [at, path.value]
  const show = (deeper: JsonPath) => {
    path.value = deeper
  }
  return (
    <div class="json-view">
      <div class="json-copy">
        <CopyButton what={label} text={() => jsonText(value)} />
      </div>
      {from.length > 0 && <Depth key={from.length} depth={from.length} onBack={() => show(OUTERMOST)} />}
      <div class="json-tree">
        {isBranch(shown) ? (
          <JsonBranch key={from.length} value={shown} path={from} level={0} openLevels={openLevels} onDeeper={show} />
        ) : (
          <JsonLeaf value={shown} />
        )}
      </div>
    </div>
  )
}

/** Says that not all is shown. It takes the focus of the button that led here and is gone. */
function Depth({ depth, onBack }: { readonly depth: number; readonly onBack: () => void }) {
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => back.current?.focus(), [])
  return (
    <p class="json-depth">
      Level {depth} and deeper.{' '}
      <button type="button" class="button button-small" ref={back} onClick={onBack}>
        Back to the first level
      </button>
    </p>
  )
}
