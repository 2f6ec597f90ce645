import type { Change } from './change.ts'
import type { Command, CommandOf, CommandType } from './command.ts'
import type { RecoveryError } from './errors.ts'
import { type Operation, type Situation, situationOf } from './operation.ts'
import { begin, checkpoint, complete, fail, handOver, lost, sleep } from './transition-attempt.ts'
import { blocked, expire, unblock } from './transition-engine.ts'
import { availableActions, cancel, pause, refuse, resume, retry } from './transition-person.ts'

/**
 * What a command did. `stale`: it came too late (another attempt or a person was first) and changes nothing.
 * `unchanged`: what it asks for is already so. `refused`: the state does not allow it.
 */
export type Outcome =
  | { readonly kind: 'changed'; readonly change: Change }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly error: RecoveryError }

type Leads = { readonly [S in Situation]?: readonly Situation[] }

type Apply<T extends CommandType> = (operation: never, command: CommandOf<T>, now: number) => Outcome

interface Rule<T extends CommandType> {
  /** Who speaks: the engine, the running attempt, or a person. */
  readonly by: 'engine' | 'attempt' | 'person'
  /**
   * Where it applies, and where it can lead from there; everywhere else it is stale (engine, attempt) or refused (person).
   * The lifecycle diagram is drawn from this, and property tests hold the code to it.
   */
  readonly leads: Leads
  readonly apply: Apply<T>
}

const BEGINS: Leads = { pending: ['in_progress'], waiting: ['running'] }
const WAITS_AGAIN: Leads = { in_progress: ['pending'], running: ['waiting'] }
const GOES_ON: Leads = { in_progress: ['in_progress'], running: ['running'] }

/** From every situation in which the operation waits or runs. */
function fromActive(...to: readonly Situation[]) {
  return { pending: to, in_progress: to, waiting: to, running: to } as const
}

function fromRunning(...to: readonly Situation[]): Leads {
  return { in_progress: to, running: to }
}

/** The whole life of an operation. */
export const TRANSITIONS: { readonly [T in CommandType]: Rule<T> } = {
  begin: { by: 'engine', leads: BEGINS, apply: begin },
  checkpoint: { by: 'attempt', leads: GOES_ON, apply: checkpoint },
  sleep: { by: 'attempt', leads: WAITS_AGAIN, apply: sleep },
  complete: { by: 'attempt', leads: fromRunning('success'), apply: complete },
  fail: { by: 'attempt', leads: fromRunning('waiting', 'failed', 'exhausted'), apply: fail },
  lost: { by: 'attempt', leads: fromRunning('waiting', 'exhausted'), apply: lost },
  hand_over: { by: 'attempt', leads: WAITS_AGAIN, apply: handOver },
  blocked: {
    by: 'engine',
    leads: { pending: ['pending', 'failed', 'exhausted'], waiting: ['waiting', 'failed', 'exhausted'] },
    apply: blocked,
  },
  unblock: { by: 'engine', leads: { pending: ['pending'], waiting: ['waiting'] }, apply: unblock },
  expire: { by: 'engine', leads: fromActive('exhausted'), apply: expire },
  pause: { by: 'person', leads: fromActive('paused'), apply: pause },
  resume: { by: 'person', leads: { paused: ['pending', 'waiting'] }, apply: resume },
  retry: {
    by: 'person',
    leads: { pending: ['pending'], waiting: ['waiting'], exhausted: ['waiting'], failed: ['waiting'], cancelled: ['waiting'] },
    apply: retry,
  },
  cancel: {
    by: 'person',
    leads: { ...fromActive('cancelled'), paused: ['cancelled'], cancelled: ['cancelled'] },
    apply: cancel,
  },
}

const STALE: Outcome = { kind: 'stale' }

/**
 * Decides what `command` makes of `operation` at the instant `now`. Pure: the same arguments, the same answer.
 * The answer's change is what goes to the store; nobody else writes operations.
 */
export function transition(operation: Operation, command: Command, now: number): Outcome {
  const rule = TRANSITIONS[command.type]
  if (rule.by === 'attempt' && (command as { token: string }).token !== operation.token) return STALE
  if (rule.leads[situationOf(operation)] === undefined) {
    return rule.by === 'person' ? refuse(operation, command.type as 'pause') : STALE
  }
  // The table has just proven that the operation is in one of the situations the handler names.
  return (rule.apply as (operation: Operation, command: Command, now: number) => Outcome)(operation, command, now)
}

export { availableActions }
