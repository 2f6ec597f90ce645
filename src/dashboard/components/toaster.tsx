import { layers } from '../state/layers.ts'
import { dismiss, toasts } from '../state/toasts.ts'
import { Icon } from './icon.tsx'

/**
 * What was done and what was not. Each layer has a place for it, and the uppermost shows it. The regions are always
 * there, or else screen readers would miss the first one.
 */
export function Toaster({ layer = 0 }: { readonly layer?: number }) {
  return layer === layers.value ? <Toasts /> : null
}

function Toasts() {
  const errors = toasts.value.filter(({ kind }) => kind === 'error')
  const others = toasts.value.filter(({ kind }) => kind !== 'error')
  return (
    <div class="toasts">
      <div class="stack" role="status" aria-live="polite">
        {others.map((toast) => (
          <ToastLine key={toast.id} {...toast} />
        ))}
      </div>
      <div class="stack" role="alert">
        {errors.map((toast) => (
          <ToastLine key={toast.id} {...toast} />
        ))}
      </div>
    </div>
  )
}

function ToastLine({ id, kind, text }: { readonly id: number; readonly kind: string; readonly text: string }) {
  return (
    <div class={`toast toast-${kind}`}>
      <bdi dir="auto">{text}</bdi>
      <button type="button" class="button button-quiet button-small" aria-label="Dismiss" onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
