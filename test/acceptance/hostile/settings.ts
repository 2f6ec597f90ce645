import { fileURLToPath } from 'node:url'
import { SECRET } from '../../server/auth/signed.ts'

// How the target is set up: guarded as on a public network, with limits that need no long wait.

export const ISSUER = 'https://issuer.example'
export const AUDIENCE = 'recovery'
export const MAX_CONNECTIONS = 150
export const MAX_SUBSCRIPTIONS = 20
const MAX_HEAP_MIB = 192

export const SETTINGS = {
  // Garbage is collected before it is much, and whoever fills the heap ends the process.
  NODE_OPTIONS: `--max-old-space-size=${MAX_HEAP_MIB}`,
  RECOVERY_JWT_SECRET: SECRET,
  RECOVERY_JWT_ISSUER: ISSUER,
  RECOVERY_JWT_AUDIENCE: AUDIENCE,
  RECOVERY_MAX_CONNECTIONS: String(MAX_CONNECTIONS),
  RECOVERY_MAX_SUBSCRIPTIONS: String(MAX_SUBSCRIPTIONS),
  RECOVERY_MAX_QUERY_DEPTH: '6',
  RECOVERY_MESSAGE_RATE: '50',
  RECOVERY_REQUEST_RATE: '300',
  RECOVERY_REQUEST_TIMEOUT: '2',
  RECOVERY_IDLE_TIMEOUT: '4',
  RECOVERY_FUNCTIONS: fileURLToPath(new URL('./functions.ts', import.meta.url)),
}
