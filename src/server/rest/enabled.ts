import { refuse } from './refusals.ts'

/** The status that two paths of the old server answered when recovery was switched off. */
export const DISABLED = { 400: 'A field cannot be used, or recovery is switched off.' }

/** @throws RefusedError in the old server's words */
export function mustBeEnabled({ recoveryStatus: { enabled } }: { readonly recoveryStatus: { readonly enabled: boolean } }): void {
  if (!enabled) refuse('INVALID_INPUT', 'Recovery system not enabled')
}
