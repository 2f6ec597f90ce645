import type { Drafts, Judged, KnownSettings } from './drafts.ts'
import type { SettingField } from './setting-fields.ts'
import { rangeText, settingText, writeSetting } from './setting-values.ts'

interface SettingRowProps {
  readonly field: SettingField
  readonly known: KnownSettings
  readonly drafts: Drafts
  readonly judged: Judged
  /** What the server said against what was typed. */
  readonly refusal: string | undefined
  readonly isReadOnly: boolean
  readonly onType: (field: SettingField, text: string) => void
  readonly onReset: (field: SettingField) => void
  readonly onDrop: (field: SettingField) => void
}

export function settingId(name: string): string {
  return `setting-${name}`
}

/** One setting: what it means, its value to be changed, and where that comes from. */
export function SettingRow({ field, known, drafts, judged, refusal, isReadOnly, onType, ...on }: SettingRowProps) {
  const { name, label, about, none } = field
  const id = settingId(name)
  const draft = drafts[name]
  const fault = judged.fault ?? refusal ?? null
  return (
    <div class="setting">
      <div class="setting-about">
        <label for={id}>{label}</label>
        <p class="muted small" id={`${id}-about`}>
          {about} <span class="setting-range">{`${rangeText(field).replace('from', 'From')}.`}</span>
        </p>
      </div>
      <div class="setting-value">
        <input
          id={id}
          class="input number"
          autocomplete="off"
          spellcheck={false}
          value={draft?.text ?? writeSetting(field, known.values[name])}
          placeholder={none ?? ''}
          readOnly={isReadOnly}
          aria-invalid={fault !== null}
          aria-describedby={`${id}-about ${id}-fault`}
          onInput={({ currentTarget }) => onType(field, currentTarget.value)}
        />
        <span id={`${id}-fault`} class="field-error">
          {fault}
        </span>
        <Origin field={field} known={known} drafts={drafts} isReadOnly={isReadOnly} {...on} />
      </div>
    </div>
  )
}

type OriginProps = Pick<SettingRowProps, 'field' | 'known' | 'drafts' | 'isReadOnly' | 'onReset' | 'onDrop'>

/** Whether the value is the configured one, and the way back to it; or what somebody else made of it meanwhile. */
function Origin({ field, known, drafts, isReadOnly, onReset, onDrop }: OriginProps) {
  const { name, label } = field
  const draft = drafts[name]
  const value = known.values[name]
  if (draft !== undefined && draft.base !== value) {
    return (
      <div class="setting-origin setting-overtaken" role="status">
        <span>Changed elsewhere meanwhile: now {settingText(field, value)}.</span>
        <button
          type="button"
          class="button button-small"
          aria-label={`Take ${settingText(field, value)} as ${label}`}
          onClick={() => onDrop(field)}
        >
          Take it
        </button>
      </div>
    )
  }
  if (draft?.resets === true) return <div class="setting-origin muted small">The configured value, once it is saved</div>
  if (!known.changed.includes(name)) return <div class="setting-origin muted small">As configured</div>
  return (
    <div class="setting-origin muted small">
      <span class="setting-changed">Changed</span>
      <span>Configured: {settingText(field, known.configured[name])}</span>
      {!isReadOnly && (
        <button
          type="button"
          class="button button-small"
          aria-label={`Back to the configured value of ${label}`}
          onClick={() => onReset(field)}
        >
          Back to the configured value
        </button>
      )}
    </div>
  )
}
