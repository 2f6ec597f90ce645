import { figure } from '../print.ts'
import { CLIENT_PROCESSES, EVENTS_OF_OPERATION, Stage } from './stage.ts'

const STALLED_OF_PROCESS = 50
// Operations whose updates take some kilobytes, so that the network soon takes no more for a client that does not read.
const ID_LENGTH = 200
const COPIES = 20
const WARM_UP = 300
const OPERATIONS = 300
const BATCH = 50

const copies = Array.from({ length: COPIES }, (_, copy) => `copy${copy}: operationId`).join(' ')
const QUERY = `subscription ($after: String) { recoveryUpdate(after: $after) { cursor state ${copies} } }`

/** What came of clients that stop reading. */
export interface Stalls {
  readonly stalled: number
  readonly events: number
  /** By how many events all of them were behind when they read again. */
  readonly behind: number
  /** Resident memory at the end, by that after the warm-up, in which they had stopped reading already. */
  readonly growth: number
  readonly residentMiB: number
  /** Clients that were not told each event once and in order, in the end. */
  readonly failures: number
}

/**
 * A tenth of the clients stop reading while events go on, then read again. Those that the server has cut off meanwhile,
 * because they answered no ping, come back with their cursor.
 */
export async function stalls(note: (text: string) => void): Promise<Stalls> {
  const stage = await Stage.open({ kind: 'product', query: QUERY, checks: true, idLength: ID_LENGTH })
  await stage.run(BATCH)
  await stage.stopReading(STALLED_OF_PROCESS)
  const run = async (operations: number) => {
    for (let done = 0; done < operations; done += BATCH) await stage.run(BATCH, STALLED_OF_PROCESS)
    return stage.residentMiB()
  }
  const warm = await run(WARM_UP)
  note(`warmed up, ${figure(warm)} MiB`)
  const residentMiB = await run(OPERATIONS)
  const behind = await stage.behind(STALLED_OF_PROCESS)
  note(`${figure(residentMiB)} MiB; they are ${figure(behind)} events behind, and read again`)
  await stage.readAgain()
  await stage.told()
  const { failures, cutOff } = await stage.outcome()
  note(`told of everything, ${figure(cutOff)} of them by a new connection`)
  await stage.end()
  const events = (BATCH + WARM_UP + OPERATIONS) * EVENTS_OF_OPERATION
  return { stalled: STALLED_OF_PROCESS * CLIENT_PROCESSES, events, behind, growth: residentMiB / warm, residentMiB, failures }
}
