import { LONGEST_MS, typedDuration, typedWhole } from '../../text/typed-values.ts'

/** What a person has typed to start an operation: all of it text, so that nothing typed is lost. */
export interface StartDraft {
  readonly input: string
  readonly id: string
  readonly idempotencyKey: string
  readonly priority: string
  readonly runAt: string
  readonly deadline: string
  readonly maxAttempts: string
  readonly metadata: string
}

export type StartField = keyof StartDraft
export type StartFaults = Partial<Readonly<Record<StartField, string>>>

export const EMPTY_DRAFT: StartDraft = {
  input: '',
  id: '',
  idempotencyKey: '',
  priority: '',
  runAt: '',
  deadline: '',
  maxAttempts: '',
  metadata: '',
}

const FIELDS = Object.keys(EMPTY_DRAFT) as readonly StartField[]
const OPTION_FIELDS = FIELDS.filter((field) => field !== 'input')

const MAX_TEXT = 255

/** A draft as it was kept; what cannot be read is left out. */
export function readDraft(kept: string | null): StartDraft {
  try {
    const found: unknown = JSON.parse(kept ?? '{}')
    const entries = FIELDS.map((field) => {
      const text = typeof found === 'object' && found !== null ? Reflect.get(found, field) : ''
      return [field, typeof text === 'string' ? text : ''] as const
    })
    return Object.fromEntries(entries) as unknown as StartDraft
  } catch {
    return EMPTY_DRAFT
  }
}

/** null for one that holds nothing. */
export function writeDraft(draft: StartDraft): string | null {
  return FIELDS.some((field) => draft[field] !== '') ? JSON.stringify(draft) : null
}

export function hasOptions(draft: StartDraft): boolean {
  return OPTION_FIELDS.some((field) => draft[field].trim() !== '')
}

/** What is sent. What was left empty is left out: the server then does as the function says. */
export interface StartValues {
  readonly functionName: string
  readonly input?: unknown
  readonly id?: string
  readonly idempotencyKey?: string
  readonly priority?: number
  readonly runAt?: string
  readonly deadline?: number
  readonly maxAttempts?: number
  readonly metadata?: unknown
}

/** What an option says, or what is wrong with it. */
type Checked = { readonly value: unknown; readonly fault: null } | { readonly value: null; readonly fault: string }

/** What was typed as what is sent, or what is wrong with it, by field. `input` is what the editor found valid. */
export function startValues(
  functionName: string,
  draft: StartDraft,
  input: { readonly value: unknown } | null,
): { readonly values: StartValues } | { readonly faults: StartFaults } {
  const values: Record<string, unknown> = { functionName }
  const faults: Record<string, string> = {}
  for (const field of FIELDS) {
    const checked = field === 'input' ? checkInput(draft.input, input) : checkOption(field, draft[field].trim())
    if (checked === null) continue
    if (checked.fault !== null) faults[field] = checked.fault
    else values[field] = checked.value
  }
  return Object.keys(faults).length > 0 ? { faults } : { values: values as unknown as StartValues }
}

function checkInput(text: string, valid: { readonly value: unknown } | null): Checked | null {
  if (text.trim() === '') return null
  if (valid === null) return wrong('Mend the input first: what is wrong with it stands below it.')
  return right(valid.value)
}

function checkOption(field: Exclude<StartField, 'input'>, text: string): Checked | null {
  return text === '' ? null : CHECKS[field](text)
}

const CHECKS: Readonly<Record<Exclude<StartField, 'input'>, (text: string) => Checked>> = {
  id: (text) => checkText(text, 'An id'),
  idempotencyKey: (text) => checkText(text, 'A key'),
  priority: (text) => typedWhole(text, { min: -100, max: 100 }),
  maxAttempts: (text) => typedWhole(text, { min: 1, max: 1001 }),
  runAt: checkInstant,
  deadline: (text) => typedDuration(text, { min: 1, max: LONGEST_MS }),
  metadata: checkMetadata,
}

function right(value: unknown): Checked {
  return { value, fault: null }
}

function wrong(fault: string): Checked {
  return { value: null, fault }
}

function checkText(text: string, what: string): Checked {
  if (text.length > MAX_TEXT) return wrong(`${what} has 1 to ${MAX_TEXT} characters; this one has ${text.length}.`)
  return text.isWellFormed() ? right(text) : wrong(`${what} cannot hold half of a character.`)
}

/** As the browser's own field writes it: in the person's time zone. */
function checkInstant(text: string): Checked {
  const at = Date.parse(text)
  return Number.isNaN(at) ? wrong('Use a date with a time.') : right(new Date(at).toISOString())
}

function checkMetadata(text: string): Checked {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return right(value)
  } catch {
    return wrong('This is no JSON.')
  }
  return wrong('Metadata is an object, such as { "customer": "42" }.')
}

/** The field of the form that the server's answer is about; null when it is none. */
export function fieldOf(refused: string | null): StartField | null {
  const name = refused?.split(/[.[]/)[0]
  return FIELDS.find((field) => field === name) ?? null
}
