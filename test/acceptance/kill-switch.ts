import { promises } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import process from 'node:process'
import type { Change } from '../../src/operation/change.ts'
import type { CommitListener, Dispatched } from '../../src/operation/dispatcher.ts'
import type { OwnTransactions, Store } from '../../src/operation/store.ts'

/** Before something, in the midst of it, or after it. */
export type When = 'before' | 'inside' | 'after'

/** The point at which a process dies. */
export interface KillPoint {
  /** Its name, or how its name begins: `commit` is every commit, `commit step b` that of step b alone. */
  readonly at: string
  readonly when: When
  /** At the how manyth time; default the first. */
  readonly nth?: number
}

/** Ends this process by SIGKILL when it reaches the point: it gets to do nothing more, not even in other threads. */
export class KillSwitch {
  readonly #point: KillPoint | null
  #reached = 0

  constructor(point: KillPoint | null) {
    this.#point = point
  }

  reach(name: string, when: When): void {
    if (this.#point?.when !== when || !`${name} `.startsWith(`${this.#point.at} `)) return
    this.#reached++
    if (this.#reached === (this.#point.nth ?? 1)) process.kill(process.pid, 'SIGKILL')
  }
}

/**
 * A store that reaches points: before a change is handed over, inside the transaction when all is written but not
 * committed, and when the caller learns that it is durable. They are named by the event, as `commit succeeded`,
 * or by the step, as `commit step b`.
 */
export function withKillSwitch(inner: Store, kill: KillSwitch): Store {
  const underway = new Map<string, string>()
  const reachAll = (names: Iterable<string>, when: When) => {
    for (const name of names) kill.reach(name, when)
  }
  const commit: Store['commit'] = async (changes) => {
    const names = changes.map(nameOf)
    reachAll(names, 'before')
    for (const [index, { operation }] of changes.entries()) underway.set(operation.id, names[index] as string)
    const answers = await inner.commit(changes)
    reachAll(names, 'after')
    return answers
  }
  const joinCommits: Store['joinCommits'] = (listener) => {
    const onCommit: CommitListener['onCommit'] = (tx, dispatched) => {
      const joined = listener.onCommit(tx, dispatched)
      reachAll(
        dispatched.map(({ operation }: Dispatched) => underway.get(operation.id) ?? ''),
        'inside',
      )
      return joined
    }
    inner.joinCommits({ onCommit })
  }
  const ownTransactions: OwnTransactions = {
    isInside: () => inner.ownTransactions?.isInside() ?? false,
    run: async (work) => {
      const answer = await inner.ownTransactions?.run(async (entityManager) => {
        const change = await work(entityManager)
        const name = nameOf(change)
        kill.reach(name, 'before')
        underway.set(change.operation.id, name)
        return change
      })
      kill.reach('commit step', 'after')
      return answer ?? { kind: 'rejected', error: new Error('The store has no tables') }
    },
  }
  return new Proxy(inner, {
    get(target, name) {
      if (name === 'commit') return commit
      if (name === 'ownTransactions') return ownTransactions
      if (name === 'joinCommits') return joinCommits
      const member = Reflect.get(target, name, target) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

function nameOf({ event, steps }: Change): string {
  if (event !== null) return `commit ${event.type}`
  return steps[0] === undefined ? 'commit state' : `commit step ${steps[0].name}`
}

/** Makes every rename of this process reach its points; inside is: the system was asked, and has not answered. */
export function killAtRename(kill: KillSwitch): void {
  const { rename } = promises
  promises.rename = async (from, to) => {
    kill.reach('rename', 'before')
    const renamed = rename(from, to)
    kill.reach('rename', 'inside')
    await renamed
    kill.reach('rename', 'after')
  }
  syncBuiltinESMExports()
}
