import type { Case } from './attack.ts'
import { BODIES } from './cases/bodies.ts'
import { CURSORS } from './cases/cursors.ts'
import { DOCUMENTS } from './cases/documents.ts'
import { DOORS } from './cases/doors.ts'
import { FLOODS } from './cases/floods.ts'
import { FRAMES } from './cases/frames.ts'
import { PATHS } from './cases/paths.ts'
import { PROTOCOL } from './cases/protocol.ts'
import { REQUESTS } from './cases/requests.ts'
import { REST } from './cases/rest.ts'
import { ROLES_CASES } from './cases/roles.ts'
import { SLOW } from './cases/slow.ts'
import { SOCKETIO } from './cases/socketio.ts'
import { TOKENS } from './cases/tokens.ts'
import { VALUES } from './cases/values.ts'
import { WEBSOCKET } from './cases/websocket.ts'

interface Topic {
  readonly topic: string
  readonly cases: readonly Case[]
  /** Its cases wait for limits of time. */
  readonly isSlow?: true
}

/** What is tried, in this order: after the floods nothing that needs the server's patience with strangers may follow. */
export const TOPICS: readonly Topic[] = [
  { topic: 'GraphQL documents', cases: DOCUMENTS },
  { topic: 'values in GraphQL', cases: VALUES },
  { topic: 'cursors and pages', cases: CURSORS },
  { topic: 'bodies of GraphQL requests', cases: BODIES },
  { topic: 'HTTP itself', cases: PROTOCOL },
  { topic: 'other names and other pages', cases: DOORS },
  { topic: 'REST', cases: REST },
  { topic: 'requests to inner networks', cases: REQUESTS },
  { topic: 'paths of downloads', cases: PATHS },
  { topic: 'roles', cases: ROLES_CASES },
  { topic: 'the WebSocket protocol', cases: WEBSOCKET },
  { topic: 'WebSocket frames', cases: FRAMES },
  { topic: 'socket.io', cases: SOCKETIO },
  { topic: 'slowness', cases: SLOW, isSlow: true },
  { topic: 'tokens', cases: TOKENS },
  { topic: 'floods', cases: FLOODS },
]
