import { LIST_HEAD, type Listed, listRow } from './commands/list.ts'
import { hasEnded, type Update } from './follow.ts'
import { shortProgress, stoodStill } from './format/bar.ts'
import { table } from './format/table.ts'
import { LiveArea } from './live-area.ts'
import { ProgressSteps } from './progress-steps.ts'
import type { Session } from './session.ts'

/** Shows what happens to many operations. */
export interface WatchView {
  /** What is active now: at the beginning, and (`missed`) when events were missed. */
  readonly begin: (operations: readonly Listed[], missed: boolean) => void
  readonly update: (update: Update) => void
  readonly connection: (connected: boolean) => void
  readonly end: () => void
}

// As often as an eye can follow.
const DRAW_EVERY_MS = 100
const ROWS_WITHOUT_SIZE = 24
const LOST = 'The connection to the server is lost; connecting again'

/** A table that is drawn again and again on a terminal; a line (or a JSON object) for each change elsewhere. */
export function watchView(session: Session): WatchView {
  return session.output.screen.isTTY && !session.output.json ? new TableView(session) : new ChangesView(session)
}

class ChangesView implements WatchView {
  readonly #session: Session
  readonly #steps = new ProgressSteps()

  constructor(session: Session) {
    this.#session = session
  }

  readonly begin = (operations: readonly Listed[], missed: boolean) => {
    const { output } = this.#session
    if (missed) output.note('Some events are no longer kept by the server; what is active now follows')
    for (const operation of operations) {
      if (output.json) output.document({ kind: 'operation', ...operation }, { oneLine: true })
      else this.#say(operation.updatedAt, operation.id, operation, operation.error?.message)
    }
  }
  readonly update = (update: Update) => {
    const { output } = this.#session
    if (output.json) return output.document({ kind: 'update', ...update }, { oneLine: true })
    // Of progress only each tenth is told: lines cannot be drawn again.
    if (update.type === null && !this.#steps.isNews(update.operationId, update.progress)) return
    this.#say(update.timestamp, update.operationId, update, update.error)
    if (hasEnded(update.state)) this.#steps.forget(update.operationId)
  }
  readonly connection = (connected: boolean) => this.#session.output.note(connected ? 'Connected again' : LOST)
  readonly end = () => undefined

  #say(at: string, id: string, what: Update | Listed, error: string | null | undefined): void {
    const attempt = `${what.attempt}/${what.maxAttempts}`
    const parts = [at, id, what.functionName, what.state, attempt, shortProgress(what.progress ?? null), error ?? '']
    this.#session.output.say(parts.filter((part) => part !== '').join('  '))
  }
}

class TableView implements WatchView {
  readonly #session: Session
  readonly #area: LiveArea
  /** In the order in which they came, the latest last: a row that moves cannot be read. */
  readonly #rows = new Map<string, Listed>()
  #timer: { cancel(): void } | null = null
  #connected = true

  constructor(session: Session) {
    this.#session = session
    this.#area = new LiveArea(session.output.screen)
  }

  readonly begin = (operations: readonly Listed[]) => {
    this.#rows.clear()
    for (const operation of operations.toReversed()) this.#rows.set(operation.id, operation)
    this.#draw()
  }
  readonly update = (update: Update) => {
    const id = update.operationId
    if (update.type === 'deleted') this.#rows.delete(id)
    else this.#rows.set(id, changed(update, this.#rows.get(id)))
    this.#forgetOld()
    this.#drawSoon()
  }
  readonly connection = (connected: boolean) => {
    this.#connected = connected
    this.#drawSoon()
  }
  readonly end = () => {
    this.#timer?.cancel()
    if (this.#timer !== null) this.#draw()
    this.#area.leave()
  }

  /** What ended longest ago goes first: what is active stays, as far as there is room. */
  #forgetOld(): void {
    for (const { id } of [...this.#rows.values()].toSorted((a, b) => Number(hasEnded(b.state)) - Number(hasEnded(a.state)))) {
      if (this.#rows.size <= this.#room()) return
      this.#rows.delete(id)
    }
  }

  #room(): number {
    return Math.max(1, (this.#session.output.screen.rows ?? ROWS_WITHOUT_SIZE) - 3)
  }

  #drawSoon(): void {
    this.#timer ??= this.#session.world.clock.timer(DRAW_EVERY_MS, () => this.#draw())
  }

  #draw(): void {
    this.#timer = null
    const { output, world } = this.#session
    const rows = [...this.#rows.values()].toReversed().slice(0, this.#room())
    const active = rows.filter(({ state }) => !hasEnded(state)).length
    const title = this.#connected
      ? output.paint(`${active} active; Ctrl-C ends the watching, not the operations`, 'grey')
      : output.paint(LOST, 'yellow')
    const cells = rows.map((row) => listRow(row, world.clock.now()))
    this.#area.draw([title, ...table(LIST_HEAD, cells, output.tableOptions)])
  }
}

/** The row of an operation after an update; what an update does not tell stays as it was. */
function changed(update: Update, before: Listed | undefined): Listed {
  const { operationId: id, functionName, state, attempt, maxAttempts, nextAttemptAt, timestamp, error, progress } = update
  return {
    priority: 0,
    createdAt: timestamp,
    metadata: {},
    finishedAt: null,
    ...before,
    id,
    functionName,
    state,
    attempt,
    maxAttempts,
    nextAttemptAt: nextAttemptAt ?? null,
    updatedAt: timestamp,
    progress: progress ?? stoodStill(before?.progress),
    error: error ? { code: null, category: 'UNKNOWN', ...before?.error, message: error } : null,
  }
}
