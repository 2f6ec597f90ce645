import { useEffect, useRef, useState } from 'preact/hooks'
import { Dialog } from '../../components/dialog.tsx'
import { Field, focusFault } from '../../components/field.tsx'
import { ErrorMessage } from '../../components/messages.tsx'
import { StartDownload } from '../../documents/downloads.ts'
import { RefusedError, send } from '../../state/act.ts'
import { tell } from '../../state/toasts.ts'
import { type AddErrors, type AddName, errorsFrom, inputFrom, missingIn, NOTHING_TO_ADD } from './add-form.ts'
import type { Download } from './download-status.ts'
import { lastNameOfUrl } from './download-values.ts'

interface AddDownloadProps {
  readonly onClose: () => void
  readonly onAdded: (download: Download) => void
}

/** Asks what to download, and starts it. */
export function AddDownload({ onClose, onAdded }: AddDownloadProps) {
  const [texts, setTexts] = useState(NOTHING_TO_ADD)
  const [errors, setErrors] = useState<AddErrors>({})
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => focusFault(form.current), [errors])
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isBusy) return
    const input = inputFrom(texts)
    const missing = missingIn(input)
    setErrors(missing)
    setFailure(null)
    if (Object.keys(missing).length > 0) return
    setIsBusy(true)
    try {
      const { operation } = await send(StartDownload, { input })
      tell('Download started')
      onAdded(operation)
      onClose()
    } catch (error) {
      setIsBusy(false)
      const found = error instanceof RefusedError ? errorsFrom(error.message) : { errors: {}, rest: null }
      setErrors(found.errors)
      if (found.rest !== null || !(error instanceof RefusedError)) setFailure(found.rest === null ? error : new Error(found.rest))
    }
  }
  const suggested = lastNameOfUrl(texts.url.trim())
  const typed = (name: AddName) => ({
    ...{ name, class: 'input', spellcheck: false, value: texts[name] },
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTexts({ ...texts, [name]: event.currentTarget.value }),
  })
  return (
    <Dialog title="Add a download" onClose={onClose}>
      <form ref={form} class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <Field label="URL" fault={errors.url}>
          {(control) => <input {...control} {...typed('url')} type="url" inputMode="url" />}
        </Field>
        <Field label="Destination" hint="In the download folder, with / between folders." fault={errors.destination}>
          {(control) => <input {...control} {...typed('destination')} placeholder={suggested} />}
        </Field>
        <Field label="SHA-256 (optional)" hint="A file that does not match is never put in place." fault={errors.sha256}>
          {(control) => <input {...control} {...typed('sha256')} class="input mono" />}
        </Field>
        <Field
          label="Mirrors (optional)"
          hint="Where the same file is too, one URL a line; asked in this order when the first one fails."
          fault={errors.mirrors}
        >
          {(control) => <textarea {...control} {...typed('mirrors')} rows={3} />}
        </Field>
        {failure !== null && <ErrorMessage what="The download was not started" error={failure} />}
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            Go back
          </button>
          <button type="submit" class="button button-primary" aria-disabled={isBusy}>
            Start download
          </button>
        </div>
      </form>
    </Dialog>
  )
}
