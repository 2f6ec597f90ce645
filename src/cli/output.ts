import { ConfigError } from '../config/config-error.ts'
import { redactText } from '../policy/redact.ts'
import { codeOf } from './exit-codes.ts'
import { type Paint, painter, wantsColour } from './format/paint.ts'
import { pairs, type TableOptions, table } from './format/table.ts'
import { safeJson, visible } from './format/visible.ts'
import type { Screen, World } from './world.ts'

export interface OutputOptions {
  /** Documents for programs instead of text for people. */
  readonly json: boolean
  /** Whether to tell the stack of errors. */
  readonly verbose: boolean
}

/** What a command says: its answer on stdout, everything else on stderr. */
export class Output {
  readonly json: boolean
  readonly screen: Screen
  readonly paint: Paint
  readonly #stderr: Screen
  readonly #verbose: boolean

  constructor({ stdout, stderr, env }: Pick<World, 'stdout' | 'stderr' | 'env'>, { json, verbose }: OutputOptions) {
    this.json = json
    this.screen = stdout
    this.paint = painter(wantsColour(stdout.isTTY, env))
    this.#stderr = stderr
    this.#verbose = verbose
  }

  /** The whole answer for programs; on a line of its own when more follow. */
  document(value: unknown, { oneLine = false } = {}): undefined {
    this.screen.write(`${safeJson(value, oneLine ? undefined : 2)}\n`)
  }

  /** Lines that hold nothing unsafe: see `visible`. */
  lines(lines: readonly string[]): void {
    this.screen.write(lines.map((line) => `${line}\n`).join(''))
  }

  /** A line with texts of others in it. */
  say(text: string): undefined {
    this.lines([visible(text)])
  }

  table(...[head, rows]: [Parameters<typeof table>[0], Parameters<typeof table>[1]]): void {
    this.lines(table(head, rows, this.tableOptions))
  }

  pairs(rows: Parameters<typeof pairs>[0]): void {
    this.lines(pairs(rows, this.tableOptions))
  }

  get tableOptions(): TableOptions {
    return { paint: this.paint, columns: this.screen.columns }
  }

  /** What a person should know beside the answer. */
  note(text: string): void {
    this.#stderr.write(`${visible(text)}\n`)
  }

  /** What went wrong and what to do, on one line (lists of faults apart). */
  error(error: unknown): void {
    const message = redactText(error instanceof Error ? error.message : String(error))
    if (this.json) this.#stderr.write(`${safeJson({ error: { code: codeOf(error), message } })}\n`)
    // Only the list of faults of a configuration, which is our own, has lines.
    else this.#stderr.write(`${(error instanceof ConfigError ? message.split('\n') : [message]).map(visible).join('\n')}\n`)
    if (this.#verbose && error instanceof Error) this.#stderr.write(`${stackOf(error)}\n`)
  }
}

function stackOf(error: Error): string {
  const own = redactText(error.stack ?? '')
    .split('\n')
    .map(visible)
    .join('\n')
  return error.cause instanceof Error ? `${own}\nCaused by: ${stackOf(error.cause)}` : own
}
