import { CopyButton } from '../copy-button.tsx'
import { JsonBranch } from './json-branch.tsx'
import { JsonLeaf } from './json-leaf.tsx'
import { isBranch, jsonText } from './json-shape.ts'
import './json-view.css'

interface JsonViewProps {
  /** Any JSON; undefined is shown as nothing. */
  readonly value: unknown
  /** What it is, such as `input`: the button that copies it says so. */
  readonly label: string
  /** How many levels are open at first. */
  readonly openLevels?: number
}

/** JSON that others wrote, readable and collapsible. Only what is open is in the page. */
export function JsonView({ value, label, openLevels = 2 }: JsonViewProps) {
  if (value === undefined) return <p class="json-nothing">Nothing</p>
  return (
    <div class="json-view">
      <div class="json-copy">
        <CopyButton what={label} text={() => jsonText(value)} />
      </div>
      <div class="json-tree">
        {isBranch(value) ? (
          <JsonBranch value={value} name={null} level={0} openLevels={openLevels} />
        ) : (
          <JsonLeaf value={value} />
        )}
      </div>
    </div>
  )
}
