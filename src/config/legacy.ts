import type { Found } from './sources.ts'

/** What `RECOVERY_STORE` and the old names beside it say together. */
export interface StoreDemand {
  readonly store: Found | undefined
  /** Whether `RECOVERY_PERSISTENCE_ENABLED` demands that operations are kept; undefined when it does not say. */
  readonly persist: boolean | undefined
  readonly problems: readonly string[]
}

/**
 * Reads the old names: `RECOVERY_PERSISTENCE_PATH` is `sqlite:<path>`, `RECOVERY_PERSISTENCE_ENABLED=false` is `memory:`.
 * Variables that say different things are a problem: to guess would lose data, or keep what must not be kept.
 *
 * @param named what `RECOVERY_STORE` says, if anything
 */
export function readAliases(env: NodeJS.ProcessEnv, named: Found | undefined): StoreDemand {
  const path = env.RECOVERY_PERSISTENCE_PATH?.trim()
  const enabled = env.RECOVERY_PERSISTENCE_ENABLED?.trim().toLowerCase() || undefined
  const persist = enabled === undefined ? undefined : (BOOLEANS.get(enabled) ?? null)
  const said = [
    named,
    path ? { value: `sqlite:${path}`, origin: 'RECOVERY_PERSISTENCE_PATH' } : undefined,
    persist === false ? { value: 'memory:', origin: 'RECOVERY_PERSISTENCE_ENABLED=false' } : undefined,
  ].flatMap((found) => found ?? [])
  const problems: string[] = []
  if (persist === null) problems.push(`RECOVERY_PERSISTENCE_ENABLED is ${JSON.stringify(enabled)}; allowed: true or false`)
  const other = said.find((found) => found.value !== said[0]?.value)
  if (said[0] !== undefined && other !== undefined) {
    problems.push(
      `${said[0].origin} and ${other.origin} name different stores; keep RECOVERY_STORE and remove RECOVERY_PERSISTENCE_*`,
    )
  }
  return { store: said[0], persist: persist ?? undefined, problems }
}

const BOOLEANS = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])
