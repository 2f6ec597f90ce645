import { useState } from 'preact/hooks'
import { useUnsaved } from '../../state/leaving.ts'
import { countOf } from '../../text/numbers.ts'
import { type Drafts, judge, type KnownSettings, toConfigured, typed, without } from './drafts.ts'
import { groupsOf, type SettingField } from './setting-fields.ts'
import { SettingRow } from './setting-row.tsx'
import { useSave } from './use-save.ts'
import { WaitsPreview } from './waits-preview.tsx'

interface SettingsFormProps {
  readonly known: KnownSettings
  readonly isReadOnly: boolean
  /** Reads the settings anew; null when that failed, which the person has been told. */
  readonly onReload: () => Promise<KnownSettings | null>
  readonly onSaved: (known: KnownSettings) => void
}

/** All settings. What is typed stays until it is saved or discarded, whatever the server says meanwhile. */
export function SettingsForm({ known, isReadOnly, onReload, onSaved }: SettingsFormProps) {
  const [drafts, setDrafts] = useState<Drafts>({})
  const saving = useSave({ known, drafts, setDrafts, onReload, onSaved })
  const judged = judge(known, drafts)
  const count = Object.keys(drafts).length
  useUnsaved(count === 0 ? null : `What you typed would be lost: ${countOf(count, 'setting is', 'settings are')} not saved.`)
  const change = (field: SettingField, next: Drafts) => {
    setDrafts(next)
    saving.forget(field.name)
  }
  return (
    <form class="settings-form" onSubmit={saving.submit} noValidate>
      {groupsOf(known.values).map(({ title, fields }, index) => (
        <section key={title} class="card" aria-labelledby={`settings-group-${index}`}>
          <h2 id={`settings-group-${index}`}>{title}</h2>
          {fields.map((field) => (
            <SettingRow
              key={field.name}
              field={field}
              known={known}
              drafts={drafts}
              judged={judged[field.name]}
              refusal={saving.refusals[field.name]}
              isReadOnly={isReadOnly}
              onType={(one, text) => change(one, typed(drafts, known, one, text))}
              onReset={(one) => change(one, toConfigured(drafts, known, one))}
              onDrop={(one) => change(one, without(drafts, [one.name]))}
            />
          ))}
          {index === 0 && <WaitsPreview judged={judged} />}
        </section>
      ))}
      {count > 0 && (
        <div class="settings-bar">
          <button type="submit" class="button button-primary" disabled={saving.isSaving}>
            Save settings
          </button>
          <button type="button" class="button" onClick={() => setDrafts({})}>
            Discard
          </button>
          <div>
            <strong class="number">{countOf(count, 'setting')} not saved</strong>
            <div class="field-error" role="alert">
              {saving.notice}
            </div>
          </div>
        </div>
      )}
    </form>
  )
}
