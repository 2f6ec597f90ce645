import { stat } from 'node:fs/promises'
import { type Finding, ok, warn } from './finding.ts'

const NAME = 'secrets'
/** The rights to read of a file's group, and of everybody. */
const OTHERS_READ = 0o044

/** Whether the configuration file, which holds secrets, is for its owner alone. `hasRights`: whether files have such rights here. */
export async function checkSecrets(file: string, hasRights: boolean): Promise<Finding> {
  const { mode } = await stat(file)
  if (!hasRights || (mode & OTHERS_READ) === 0) return ok(NAME, `${file} holds secrets, for its owner alone`)
  return warn(NAME, `${file} holds secrets, and other users of this machine can read it`, `Run: chmod 600 ${file}`)
}
