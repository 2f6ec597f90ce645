import { signal } from '@preact/signals'

/** How many modal windows lie over the page. Beneath the uppermost nothing can be used or is read aloud. */
export const layers = signal(0)
