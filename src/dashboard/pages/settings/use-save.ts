import { useState } from 'preact/hooks'
import type { ClientError } from '../../../client/client-error.ts'
import { ChangeSettings } from '../../documents/settings.ts'
import type { SettingsNowQuery } from '../../gql/graphql.ts'
import { act, RefusedError } from '../../state/act.ts'
import { afterSave, changesOf, type Drafts, faultyOf, type KnownSettings, overtakenOf } from './drafts.ts'
import { isSettingName, SETTING_FIELDS, type SettingName } from './setting-fields.ts'
import { settingId } from './setting-row.tsx'

interface SaveOptions {
  readonly known: KnownSettings
  readonly drafts: Drafts
  readonly setDrafts: (change: (drafts: Drafts) => Drafts) => void
  readonly onReload: () => Promise<KnownSettings | null>
  readonly onSaved: (known: KnownSettings) => void
}

type Refusals = Readonly<Partial<Record<SettingName, string>>>

interface Saving {
  readonly submit: (event: Event) => void
  readonly isSaving: boolean
  /** Why nothing was saved, when it is not told at a field or by a toast. */
  readonly notice: string | null
  readonly refusals: Refusals
  /** Takes back what was said against a setting: the person has typed on. */
  readonly forget: (name: SettingName) => void
}

/** Settings as a query or a mutation answers them. */
export function knownOf({ changed, configured, ...values }: SettingsNowQuery['settings']): KnownSettings {
  return { values, configured, changed }
}

/** Saves what is typed: all of it or none, and nothing over what somebody else did meanwhile before the person saw it. */
export function useSave({ known, drafts, setDrafts, onReload, onSaved }: SaveOptions): Saving {
  const [isSaving, setIsSaving] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<Refusals>({})
  const save = async () => {
    setNotice(null)
    if (focusOn(faultyOf(known, drafts)[0])) return
    const fresh = await onReload()
    if (fresh === null) return
    const unseen = overtakenOf(fresh, drafts).filter((name) => fresh.values[name] !== known.values[name])
    if (focusOn(unseen[0])) return setNotice(overtakenText(unseen))
    if (focusOn(faultyOf(fresh, drafts)[0])) return
    const input = changesOf(fresh, drafts)
    if (Object.keys(input).length === 0) return setDrafts((latest) => afterSave(latest, drafts))
    const onFailed = (error: ClientError): boolean => {
      if (!(error instanceof RefusedError && isSettingName(error.field))) return false
      setRefusals({ [error.field]: error.message })
      return focusOn(error.field)
    }
    const texts = { done: 'Settings updated', failed: 'Could not save the settings', onFailed }
    const payload = await act(ChangeSettings, { input }, texts)
    if (payload === null || !('settings' in payload)) return
    setDrafts((latest) => afterSave(latest, drafts))
    onSaved(knownOf(payload.settings))
  }
  const submit = (event: Event) => {
    event.preventDefault()
    if (isSaving) return
    setIsSaving(true)
    void save().finally(() => setIsSaving(false))
  }
  const forget = (name: SettingName) => {
    setNotice(null)
    setRefusals(({ [name]: _, ...others }) => others)
  }
  return { submit, isSaving, notice, refusals, forget }
}

/** Answers whether there was one to be looked at. */
function focusOn(name: SettingName | undefined): boolean {
  if (name === undefined) return false
  document.getElementById(settingId(name))?.focus()
  return true
}

function overtakenText(names: readonly SettingName[]): string {
  const labels = SETTING_FIELDS.filter(({ name }) => names.includes(name)).map(({ label }) => label)
  return `Not saved: ${labels.join(', ')} changed elsewhere while you typed. Look at it, then save again or take the new value.`
}
