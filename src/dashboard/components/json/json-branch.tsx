import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { JsonKey, JsonLeaf } from './json-leaf.tsx'
import { isBranch, isOpenAtFirst, type JsonPath, namesOf, type Portion, portionsOf, sizeOf, sizeText } from './json-shape.ts'

interface Shared {
  /** How many levels are open at first. */
  readonly openLevels: number
  /** Shows what is at a path by itself, because it is too deep to be shown within the rest. */
  readonly onDeeper: (path: JsonPath) => void
}

interface JsonBranchProps extends Shared {
  readonly value: object
  /** From the outermost value of all. */
  readonly path: JsonPath
  /** From the outermost one that is shown. */
  readonly level: number
}

// Deeper levels are no longer moved to the right, or nothing would be left of the line.
const INDENTED_LEVELS = 12
// Browsers crash over elements that are nested without end.
const DEEPEST_LEVEL = 50

/** A list or an object, with its entries once it is open. */
export function JsonBranch({ value, path, level, openLevels, onDeeper }: JsonBranchProps) {
  const size = sizeOf(value)
  const name = level === 0 ? null : (path.at(-1) ?? null)
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
  if (level >= DEEPEST_LEVEL) {
    return (
      <span class="json-line">
        {summary}{' '}
        <button type="button" class="button button-small json-all" onClick={() => onDeeper(path)}>
          Show this level by itself
        </button>
      </span>
    )
  }
  return (
    <Fold summary={summary} level={level} openAtFirst={isOpenAtFirst(value, level, openLevels)}>
      {() => <Portions {...{ value, path, level, openLevels, onDeeper }} from={0} to={size} />}
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

interface PortionsProps extends JsonBranchProps {
  readonly from: number
  readonly to: number
}

function Portions({ value, from, to, ...rest }: PortionsProps) {
  const names = Array.isArray(value) ? null : namesOf(value)
  return (
    <ul class="json-entries">
      {portionsOf(from, to).map((portion) => (
        <li key={portion.kind === 'entry' ? `#${portion.index}` : `${portion.from}–${portion.to}`}>
          <PortionView {...{ value, names, portion }} {...rest} />
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

function PortionView({ value, names, portion, path, level, ...shared }: PortionViewProps) {
  if (portion.kind === 'range') {
    const { from, to } = portion
    const [first, last] = Array.isArray(value) ? [from, to - 1] : [from + 1, to]
    return (
      <Fold summary={<span class="json-size">{rangeText(first, last)}</span>} level={level} openAtFirst={false}>
        {() => <Portions {...{ value, from, to, path, level }} {...shared} />}
      </Fold>
    )
  }
  const name = names === null ? String(portion.index) : (names[portion.index] ?? '')
  const entry = (value as Readonly<Record<string, unknown>>)[name]
  if (isBranch(entry)) return <JsonBranch value={entry} path={[...path, name]} level={level + 1} {...shared} />
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
