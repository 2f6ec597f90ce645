import type { Followed, Follower, Update } from './follow.ts'
import { type Progress, progressLine, shortProgress, stoodStill } from './format/bar.ts'
import { colourOf } from './format/paint.ts'
import { formatInstant } from './format/units.ts'
import { visible } from './format/visible.ts'
import { shorten } from './format/width.ts'
import { LiveArea } from './live-area.ts'
import { ProgressSteps } from './progress-steps.ts'
import type { Session } from './session.ts'

/** Shows one operation that is followed. */
export interface FollowView extends Follower {
  /** The connection to the server was lost (false), or made again (true). */
  readonly connection: (connected: boolean) => void
  /** Ends the drawing, so that other lines can be written. */
  readonly end: () => void
}

/** What is told of an operation at one moment. */
interface Moment {
  readonly state: string
  readonly attempt: number
  readonly maxAttempts: number
  readonly error?: string | null
  readonly nextAttemptAt?: string | null
  readonly progress?: Progress | null
}

/** A bar on a terminal, lines elsewhere, and one JSON object a line for programs. */
export function followView(session: Session): FollowView {
  if (session.output.json) return new JsonView(session)
  return session.output.screen.isTTY ? new BarView(session) : new LineView(session)
}

class JsonView implements FollowView {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  readonly begin = ({ result: _result, ...operation }: Followed) => {
    this.#session.output.document({ kind: 'operation', ...operation }, { oneLine: true })
  }
  readonly update = (update: Update) => this.#session.output.document({ kind: 'update', ...update }, { oneLine: true })
  readonly connection = (connected: boolean) => noteConnection(this.#session, connected)
  readonly end = () => undefined
}

class LineView implements FollowView {
  readonly #session: Session
  readonly #steps = new ProgressSteps()
  #last = ''

  constructor(session: Session) {
    this.#session = session
  }

  readonly begin = (operation: Followed) => {
    this.#tell({ ...operation, error: operation.error?.message ?? null })
  }
  readonly update = (update: Update) => {
    if (update.type !== null || this.#steps.isNews(update.operationId, update.progress)) this.#tell(update)
  }
  readonly connection = (connected: boolean) => noteConnection(this.#session, connected)
  readonly end = () => undefined

  #tell(moment: Moment): void {
    const line = describe(moment, this.#session.now(), moment.progress === null ? '' : shortProgress(moment.progress ?? null))
    if (line !== this.#last) this.#session.output.say(line)
    this.#last = line
  }
}

class BarView implements FollowView {
  readonly #session: Session
  readonly #area: LiveArea
  #moment: Moment | null = null
  #connected = true

  constructor(session: Session) {
    this.#session = session
    this.#area = new LiveArea(session.output.screen)
  }

  readonly begin = (operation: Followed) => {
    this.#moment = { ...operation, error: operation.error?.message ?? null }
    this.#draw()
  }
  readonly update = (update: Update) => {
    // Only changes that moved it say nothing of how far it is: that stays as it was, but it stands still.
    this.#moment = { ...update, progress: update.progress ?? stoodStill(this.#moment?.progress) }
    this.#draw()
  }
  readonly connection = (connected: boolean) => {
    this.#connected = connected
    this.#draw()
  }
  readonly end = () => this.#area.leave()

  #draw(): void {
    if (this.#moment === null) return
    const { paint, screen } = this.#session.output
    const width = screen.columns ?? 80
    const { state, progress } = this.#moment
    const words = this.#connected
      ? describe(this.#moment, this.#session.now(), '')
      : 'The connection is lost; connecting again. The operation goes on at the server'
    const lines = [paint(shorten(visible(words), width), this.#connected ? colourOf(state) : 'yellow')]
    this.#area.draw(progress ? [...lines, progressLine(progress, width)] : lines)
  }
}

/** `RECOVERING  attempt 2 of 6, next in 4s  45%  connect ECONNREFUSED` */
function describe({ state, attempt, maxAttempts, error, nextAttemptAt }: Moment, now: number, progress: string): string {
  const next = nextAttemptAt && Date.parse(nextAttemptAt) > now ? `, next ${formatInstant(nextAttemptAt, now)}` : ''
  return [state, `attempt ${attempt} of ${maxAttempts}${next}`, progress, error ?? ''].filter((part) => part !== '').join('  ')
}

function noteConnection({ output }: Session, connected: boolean): void {
  output.note(connected ? 'Connected again' : 'The connection to the server is lost; connecting again')
}
