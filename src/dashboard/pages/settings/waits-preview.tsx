import type { Judged } from './drafts.ts'
import type { SettingName } from './setting-fields.ts'
import { waitsOf, waitsSummary, waitTexts } from './waits.ts'

/** What the backoff that is typed comes to. */
export function WaitsPreview({ judged }: { readonly judged: Readonly<Record<SettingName, Judged>> }) {
  const { maxRetries, initialDelay, backoffFactor, maxDelay } = judged
  const values = {
    maxRetries: maxRetries.value,
    initialDelay: initialDelay.value,
    backoffFactor: backoffFactor.value,
    maxDelay: maxDelay.value,
  }
  return (
    <section class="waits" aria-labelledby="waits-title">
      <h3 id="waits-title">Resulting waits</h3>
      {isWhole(values) ? <Waits waits={waitsOf(values)} /> : <p class="muted small">Shown once all four values can be used.</p>}
    </section>
  )
}

type Whole<T> = { readonly [K in keyof T]: Exclude<T[K], null> }

function isWhole<T extends object>(values: T): values is T & Whole<T> {
  return Object.values(values).every((value) => value !== null)
}

function Waits({ waits }: { readonly waits: readonly number[] }) {
  return (
    <>
      {waits.length > 0 && <p class="waits-row number">{waitTexts(waits).join(', ')}</p>}
      <p class="muted small">
        {waitsSummary(waits)}{' '}
        {waits.length > 0 && 'Each wait is lengthened or shortened a little at random, so that not all come back at once.'}
      </p>
    </>
  )
}
