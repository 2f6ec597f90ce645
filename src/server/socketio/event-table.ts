import type { LegacyState } from './payloads.ts'

/** One field of what an event carries. */
export interface EventField {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean'
  /** Whether it may be null. */
  readonly nullable?: true
  readonly unit?: 'seconds' | 'RFC 3339, UTC'
  /** All that it can be, when that is a list. */
  readonly values?: readonly string[]
  readonly about: string
}

export interface SocketEvent {
  readonly name: string
  readonly direction: 'server to client' | 'client to server'
  readonly about: string
  readonly payload: readonly EventField[]
  /** What the acknowledgement answers, to those who ask for one. */
  readonly acknowledged?: readonly EventField[]
}

const STATES = [
  'pending',
  'in_progress',
  'recovering',
  'paused',
  'success',
  'failed',
  'exhausted',
  'cancelled',
] as const satisfies readonly LegacyState[]

const OPERATION_ID: EventField = {
  name: 'operation_id',
  type: 'string',
  about: "The operation's id: opaque, at most 255 characters.",
}

const ACKNOWLEDGED: readonly EventField[] = [
  { name: 'success', type: 'boolean', about: 'Whether it was done.' },
  { name: 'error', type: 'string', about: 'Why not; absent on success.' },
]

/** The events of the old system, in the words and units of its documents. */
export const EVENTS: readonly SocketEvent[] = [
  {
    name: 'connected',
    direction: 'server to client',
    about: 'Sent once to each socket: whatever happens from now on is told to it.',
    payload: [{ name: 'data', type: 'string', about: 'A text for people.' }],
  },
  {
    name: 'recovery_update',
    direction: 'server to client',
    about: 'Sent to every socket: once for each change of state of an operation and once for each start of an attempt.',
    payload: [
      OPERATION_ID,
      { name: 'function_name', type: 'string', about: 'The function it runs.' },
      { name: 'state', type: 'string', values: STATES, about: 'The state it led to.' },
      {
        name: 'attempt',
        type: 'integer',
        about: 'Attempts of this round, the running one included: 0 while pending, then from 1.',
      },
      { name: 'max_attempts', type: 'integer', about: 'Attempts that a round has.' },
      { name: 'error', type: 'string', nullable: true, about: 'The message of the last error; null when there is none.' },
      { name: 'timestamp', type: 'string', unit: 'RFC 3339, UTC', about: 'When it happened.' },
    ],
  },
  {
    name: 'recovery_completed',
    direction: 'server to client',
    about: 'Sent to every socket, once for each end of an operation, after its last `recovery_update`.',
    payload: [
      OPERATION_ID,
      { name: 'success', type: 'boolean', about: 'Whether it succeeded.' },
      { name: 'final_state', type: 'string', values: STATES.slice(4), about: 'The state it ended in.' },
      { name: 'total_attempts', type: 'integer', about: 'Attempts of all rounds.' },
      { name: 'duration', type: 'number', unit: 'seconds', about: 'From the first attempt of the round to the end.' },
      { name: 'timestamp', type: 'string', unit: 'RFC 3339, UTC', about: 'When it ended.' },
    ],
  },
  {
    name: 'circuit_breaker_update',
    direction: 'server to client',
    about: 'Sent to every socket: once for each change of a circuit breaker.',
    payload: [
      { name: 'state', type: 'string', values: ['CLOSED', 'OPEN', 'HALF_OPEN'], about: 'The state it led to.' },
      {
        name: 'operation_type',
        type: 'string',
        about: 'Whose breaker it is: a function, the scope that several share, or `function:host` where each host has one.',
      },
      {
        name: 'timeout_remaining',
        type: 'number',
        unit: 'seconds',
        about: 'Until it permits a probe; 0 unless it is open and will do so by itself.',
      },
    ],
  },
  {
    name: 'subscribe_recovery',
    direction: 'client to server',
    about:
      'Asks for one operation: its present state comes as one `recovery_update` to this socket. Nobody has to subscribe: all updates go to all sockets before and after.',
    payload: [OPERATION_ID],
    acknowledged: ACKNOWLEDGED,
  },
]

const NO_PROJECTS = 'This server knows no projects; operations are told by recovery_update without a subscription'
const NO_LOGS = 'This server does not send its log; what happens to operations is told by recovery_update'
const NOT_TOLD = 'The server says how operations are, nobody tells it; use REST or GraphQL to change one'

/** What clients of the old system may send too, with the error that answers it. */
export const REFUSED_EVENTS: ReadonlyMap<string, string> = new Map([
  ['subscribe_project', NO_PROJECTS],
  ['join_project', NO_PROJECTS],
  ['leave_project', NO_PROJECTS],
  ['subscribe_logs', NO_LOGS],
  ['unsubscribe_logs', NO_LOGS],
  ['recovery_status', NOT_TOLD],
])
