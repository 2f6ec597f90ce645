import { type Finding, fail, ok } from './finding.ts'

const LEAST = [22, 18] as const

/** Whether this Node can run the server: TypeScript as it stands, and a WebSocket of its own. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return ok('node', `Node ${version}`)
  return fail('node', `Node ${version} is too old`, `Use Node 24, or ${LEAST.join('.')} at least`)
}
