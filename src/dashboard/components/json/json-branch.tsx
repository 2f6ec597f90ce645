import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { JsonKey, JsonLeaf } from './json-leaf.tsx'
import { isBranch, isOpenAtFirst, namesOf, type Portion, portionsOf, sizeOf, sizeText } from './json-shape.ts'

interface JsonBranchProps {
  readonly value: object
  /** Null for the outermost one. */
  readonly name: string | null
  readonly level: number
  readonly openLevels: number
}

// Deeper levels are no longer moved to the right, or nothing would be left of the line.
const INDENTED_LEVELS = 12

/** A list or an object, with its entries once it is open. */
export function JsonBranch({ value, name, level, openLevels }: JsonBranchProps) {
  const size = sizeOf(value)
  const summary = (
    <>
      {name !== null && <JsonKey name={name} />}
      <span class="json-size">{Array.isArray(value) ? `[ ${sizeText(value)} ]` : `{ ${sizeText(value)} }`}</span>
    </>
  )
  if (size === 0) {
    return (
      <span class="json-line">
        {name !== null && <JsonKey name={name} />}
        <span class="json-size">{Array.isArray(value) ? '[ ]' : '{ }'}</span>
      </span>
    )
  }
  return (
    <Fold summary={summary} level={level} openAtFirst={isOpenAtFirst(value, level, openLevels)}>
      {() => <Portions value={value} from={0} to={size} level={level} openLevels={openLevels} />}
    </Fold>
  )
}

interface FoldProps {
  readonly summary: ComponentChildren
  readonly level: number
  readonly openAtFirst: boolean
  readonly children: () => ComponentChildren
}

function Fold({ summary, level, openAtFirst, children }: FoldProps) {
  const open = useSignal(openAtFirst)
  return (
    <details
      class={level < INDENTED_LEVELS ? 'json-fold json-fold-indented' : 'json-fold'}
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>{summary}</summary>
      {open.value && children()}
    </details>
  )
}

interface PortionsProps {
  readonly value: object
  readonly from: number
  readonly to: number
  readonly level: number
  readonly openLevels: number
}

function Portions({ value, from, to, level, openLevels }: PortionsProps) {
  const names = Array.isArray(value) ? null : namesOf(value)
  return (
    <ul class="json-entries">
      {portionsOf(from, to).map((portion) => (
        <li key={portion.kind === 'entry' ? `#${portion.index}` : `${portion.from}–${portion.to}`}>
          <PortionView {...{ value, names, portion, level, openLevels }} />
        </li>
      ))}
    </ul>
  )
}

interface PortionViewProps extends Omit<PortionsProps, 'from' | 'to'> {
  /** Null where they are the indexes. */
  readonly names: readonly string[] | null
  readonly portion: Portion
}

function PortionView({ value, names, portion, level, openLevels }: PortionViewProps) {
  if (portion.kind === 'range') {
    const { from, to } = portion
    const [first, last] = Array.isArray(value) ? [from, to - 1] : [from + 1, to]
    return (
      <Fold summary={<span class="json-size">{rangeText(first, last)}</span>} level={level} openAtFirst={false}>
        {() => <Portions value={value} from={from} to={to} level={level} openLevels={openLevels} />}
      </Fold>
    )
  }
  const name = names === null ? String(portion.index) : (names[portion.index] ?? '')
  const entry = (value as Readonly<Record<string, unknown>>)[name]
  if (isBranch(entry)) return <JsonBranch value={entry} name={name} level={level + 1} openLevels={openLevels} />
  return (
    <span class="json-line">
      <JsonKey name={name} />
      <JsonLeaf value={entry} />
    </span>
  )
}

function rangeText(first: number, last: number): string {
  return `${first.toLocaleString('en-US')} … ${last.toLocaleString('en-US')}`
}
