import { resolve } from 'node:path'
import type { Command } from 'commander'
import { loadConfig } from '../../config/load.ts'
import { systemRandom } from '../../engine/system.ts'
import { parseEncryptionKeys } from '../../operation/encryption-keys.ts'
import { addCommand } from '../command-options.ts'
import type { Run } from '../program.ts'
import type { Session } from '../session.ts'

interface Options {
  readonly store?: string
}

const EXAMPLES = ['recoverable migrate', 'recoverable migrate --store sqlite:/var/lib/recoverable/recovery.db --json']

export function addMigrate(program: Command, run: Run): void {
  const about = 'bring the configured store to this version; a server does the same when it starts'
  addCommand(program, 'migrate', about, EXAMPLES)
    .option('--store <store>', 'the store, in the place of the configured one (RECOVERY_STORE)')
    .action(run(migrate))
}

async function migrate(session: Session, options: Options): Promise<undefined> {
  const { output, world } = session
  const argv = [flag('config', session.options.config), flag('store', options.store)].flat()
  const loaded = await loadConfig({ argv, env: world.env, cwd: world.cwd })
  if (loaded.wants !== 'server') return
  const { store, encryptionKey } = loaded.config
  if (!store.startsWith('sqlite:')) {
    if (output.json) return output.document({ store, created: false, applied: [] })
    return output.say(`The store is ${store}, which keeps nothing: there is nothing to migrate`)
  }
  // Loaded only here: no other command needs a database.
  const { bringUpToDate } = await import('../../store/sqlite/bring-up-to-date.ts')
  const keys = encryptionKey === '' ? [] : parseEncryptionKeys(encryptionKey)
  const { created, applied } = await bringUpToDate(resolve(world.cwd, store.slice('sqlite:'.length)), systemRandom, keys)
  if (output.json) output.document({ store, created, applied })
  else if (created) output.say(`Made ${store} with ${applied.length} migrations`)
  else if (applied.length === 0) output.say(`${store} is up to date`)
  else output.lines([`Brought ${store} up to date:`, ...applied.map((name) => `  ${name}`)])
}

function flag(name: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`--${name}`, value]
}
