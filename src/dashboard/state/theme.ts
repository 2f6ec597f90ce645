import { effect } from '@preact/signals'
import { storedSignal } from './stored.ts'

const THEMES: readonly string[] = ['auto', 'light', 'dark']

/** `auto` follows the system. */
export const theme = storedSignal('recoverable.theme', 'auto')

/** Auto, light, dark, and round again. */
export function nextTheme(): void {
  const index = THEMES.indexOf(theme.value)
  theme.value = THEMES[(index + 1) % THEMES.length] ?? 'auto'
}

effect(() => {
  if (theme.value === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme.value
})
