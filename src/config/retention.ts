import type { Config } from './schema.ts'

/** What the settings say of how long things are kept, as `createRecovery` takes it. States that nobody set follow the default. */
export function retentionOf(config: Config) {
  const states = {
    success: config.retentionSuccess,
    failed: config.retentionFailed,
    exhausted: config.retentionExhausted,
    cancelled: config.retentionCancelled,
  }
  const stated = Object.entries(states).filter(([, period]) => period !== null)
  return { operations: { default: config.retention, ...Object.fromEntries(stated) }, events: config.eventRetention }
}
