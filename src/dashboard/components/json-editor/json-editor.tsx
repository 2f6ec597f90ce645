import { useSignal } from '@preact/signals'
import { useEffect, useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { timer } from '../../state/time.ts'
import { exampleOf } from './example-of.ts'
import { type Check, checkText, checkWords } from './json-check.ts'
import { JsonProblems } from './json-problems.tsx'
import { loadChecker, type SchemaChecker } from './schema-checker.ts'
import './json-editor.css'

export interface JsonEditorProps {
  readonly label: string
  readonly hint?: string
  /** The text, held by whoever shows the editor. */
  readonly value: string
  readonly onInput: (text: string) => void
  /** What the text says once it is valid, null while it is not. `null` itself is a value too. */
  readonly onValid: (valid: { readonly value: unknown } | null) => void
  /** A JSON Schema; any JSON is valid when it is null or absent. */
  readonly schema?: unknown
  readonly rows?: number
}

// So long nothing was typed before it is said aloud what is wrong.
const PAUSE_MS = 800

/** A field for JSON that checks it while it is written. */
export function JsonEditor({ label, hint, value, onInput, onValid, schema = null, rows = 10 }: JsonEditorProps) {
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const checker = useChecker(schema)
  const check = useMemo(() => checkText(value, checker), [value, checker])
  // At once: whoever sees that it is valid may send it with the next key.
  useLayoutEffect(() => {
    onValid(check.kind === 'valid' ? { value: check.value } : null)
  }, [check])
  const replace = (json: unknown) => replaceAll(area.current, JSON.stringify(json, null, 2), onInput)
  const isWrong = check.kind === 'wrong'
  return (
    <div class="field json-editor">
      <div class="json-editor-head">
        <label for={id}>{label}</label>
        <Actions {...{ value, schema, replace }} />
      </div>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        ref={area}
        class="input json-editor-text"
        id={id}
        rows={rows}
        dir="ltr"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={hint === undefined ? `${id}-check` : `${id}-hint ${id}-check`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <div class="json-editor-check" id={`${id}-check`}>
        <p class={isWrong ? 'field-error' : 'field-hint'}>{checkWords(check, schema !== null)}</p>
        {isWrong && <JsonProblems check={check} onGo={(offset) => goTo(area.current, offset)} />}
      </div>
      <Spoken check={check} hasSchema={schema !== null} />
    </div>
  )
}

function useChecker(given: unknown): SchemaChecker | 'loading' {
  // The same schema, read once more, is not loaded anew: meanwhile nothing could be sent.
  const schema = useMemo(() => given, [JSON.stringify(given)])
  const found = useSignal<SchemaChecker | 'loading'>('loading')
  useEffect(() => {
    let isWanted = true
    const take = (checker: SchemaChecker) => {
      if (isWanted) found.value = checker
    }
    found.value = 'loading'
    if (schema === null) take(() => [])
    // Without its code the server alone checks.
    else loadChecker(schema).then(take, () => take(() => []))
    return () => {
      isWanted = false
    }
  }, [schema, found])
  return found.value
}

interface ActionsProps {
  readonly value: string
  readonly schema: unknown
  readonly replace: (json: unknown) => void
}

function Actions({ value, schema, replace }: ActionsProps) {
  const format = () => {
    const check = checkText(value, () => [])
    if (check.kind === 'valid') replace(check.value)
  }
  return (
    <div class="json-editor-actions">
      {schema !== null && (
        <button type="button" class="button button-small" onClick={() => replace(exampleOf(schema))}>
          Fill in an example
        </button>
      )}
      <button type="button" class="button button-small" onClick={format}>
        Format
      </button>
    </div>
  )
}

/** Says what is wrong after a pause, so that it does not talk into the typing. */
function Spoken({ check, hasSchema }: { readonly check: Check; readonly hasSchema: boolean }) {
  const words = useSignal('')
  const first = useRef(check)
  useEffect(() => {
    if (check === first.current) return
    const pause = timer(PAUSE_MS, () => {
      const problems = check.kind === 'wrong' ? check.problems.map(({ line, message }) => `Line ${line}: ${message}`) : []
      words.value = [checkWords(check, hasSchema), ...problems.slice(0, 3)].join(' ')
    })
    return () => pause.cancel()
  }, [check, hasSchema, words])
  return (
    <p class="visually-hidden" aria-live="polite">
      {words}
    </p>
  )
}

/** As typing does, so that it can be undone. */
function replaceAll(area: HTMLTextAreaElement | null, text: string, onInput: (text: string) => void): void {
  area?.focus()
  area?.select()
  if (!document.execCommand('insertText', false, text)) onInput(text)
  area?.setSelectionRange(0, 0)
  area?.scrollTo(0, 0)
}

function goTo(area: HTMLTextAreaElement | null, offset: number): void {
  area?.focus()
  area?.setSelectionRange(offset, offset)
}
