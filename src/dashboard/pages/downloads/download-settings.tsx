import { useEffect, useRef, useState } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import { Field, focusFault } from '../../components/field.tsx'
import { ErrorMessage, Unread } from '../../components/messages.tsx'
import { DownloadSettings, UpdateDownloadSettings } from '../../documents/downloads.ts'
import type { DownloadLimitsFragment } from '../../gql/graphql.ts'
import { RefusedError, send } from '../../state/act.ts'
import { useQuery } from '../../state/query.ts'
import { tell } from '../../state/toasts.ts'
import { hintOf, readSettings, SETTING_FIELDS, type SettingErrors, textsOf } from './settings-form.ts'

interface SettingsDialogProps {
  readonly onClose: () => void
}

/** What holds downloads back, changed while they run. */
export function DownloadSettingsDialog({ onClose }: SettingsDialogProps) {
  const query = useQuery(DownloadSettings, {})
  const settings = query.data.value?.settings ?? null
  return (
    <Dialog title="Download Settings" onClose={onClose}>
      {settings === null && <Unread query={query} what="the settings" failed="The settings could not be read" />}
      {settings !== null && settings.maxConcurrentDownloads !== null && <SettingsForm settings={settings} onClose={onClose} />}
      {settings !== null && settings.maxConcurrentDownloads === null && (
        <p>This server downloads nothing: its function “download” is missing, or is one of your own with limits of its own.</p>
      )}
      {settings?.maxConcurrentDownloads == null && (
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      )}
    </Dialog>
  )
}

interface FormProps extends SettingsDialogProps {
  readonly settings: DownloadLimitsFragment
}

function SettingsForm({ settings, onClose }: FormProps) {
  // As they were when the dialog opened: somebody else's change meanwhile is not undone.
  const [before] = useState(() => textsOf(settings))
  const [texts, setTexts] = useState(before)
  const [errors, setErrors] = useState<SettingErrors>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusFault(form.current), [errors])
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const { changes, errors: found } = readSettings(texts, before)
    setErrors(found)
    setFailure(null)
    if (Object.keys(found).length > 0) return
    setIsBusy(true)
    try {
      await send(UpdateDownloadSettings, { input: changes })
      tell('Settings updated')
      onClose()
    } catch (error) {
      setIsBusy(false)
      const field = error instanceof RefusedError ? error.field : null
      if (field !== null && field in texts) setErrors({ [field]: (error as RefusedError).message })
      else setFailure(error)
    }
  }
  return (
    <form ref={form} class="stack" noValidate onSubmit={(event) => void submit(event)}>
      {SETTING_FIELDS.map((field) => {
        const { name, label } = field
        return (
          <Field key={name} label={label} fault={errors[name]} hint={hintOf(field, texts[name])}>
            {(control) => (
              <input
                {...control}
                name={name}
                class="input number"
                inputMode="decimal"
                value={texts[name]}
                onInput={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
              />
            )}
          </Field>
        )
      })}
      {failure !== null && <ErrorMessage what="The settings were not changed" error={failure} />}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" class="button button-primary" aria-disabled={isBusy}>
          Save Settings
        </button>
      </div>
    </form>
  )
}
