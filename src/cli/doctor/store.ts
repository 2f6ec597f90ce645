import { access, constants } from 'node:fs/promises'
import { parseEncryptionKeys } from '../../operation/encryption-keys.ts'
import { inspectDatabase, keyFaultOf } from '../../store/sqlite/inspect.ts'
import { type Finding, fail, ok, warn } from './finding.ts'
import { nearestFolder } from './space.ts'

const NAME = 'store'

/** Whether the store can be opened by this version. Nothing is changed, and a server that uses it is not disturbed. */
export async function checkStore(store: string, file: string | null, encryptionKey: string): Promise<Finding> {
  if (file === null) {
    return warn(
      NAME,
      `The store is ${store}: a restart forgets everything`,
      'Name a file: RECOVERY_STORE=sqlite:./data/recovery.db',
    )
  }
  try {
    await access(await nearestFolder(file), constants.W_OK)
    const { exists, locked, pending, unknown } = inspectDatabase(file)
    if (!exists) return ok(NAME, `${store} is not there yet; the first start makes it`)
    if (unknown.length > 0) {
      return fail(
        NAME,
        `${store} was written by a newer version (${unknown.join(', ')})`,
        'Start that version, or name another file',
      )
    }
    if (pending.length > 0) {
      const remedy = locked ? 'Stop the server that uses it, and start this version' : 'Run: recoverable migrate'
      return warn(NAME, `${store} lacks ${pending.length} migrations of this version (${pending.join(', ')})`, remedy)
    }
    const keyFault = keyFaultOf(file, encryptionKey === '' ? [] : parseEncryptionKeys(encryptionKey))
    if (keyFault !== null) {
      return fail(NAME, `${store} cannot be opened: ${keyFault}`, 'Set RECOVERY_ENCRYPTION_KEY as the server has it')
    }
    return ok(NAME, locked ? `${store} is up to date, and a server uses it` : `${store} is up to date, and no server uses it`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail(
      NAME,
      `${store} cannot be used: ${reason}`,
      'Give this user the right to write the file and its folder, or name another',
    )
  }
}
