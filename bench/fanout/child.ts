import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A question to a child process, and what it answers. */
interface Envelope {
  readonly question: string
  readonly input: unknown
}

interface Reply {
  readonly answer?: unknown
  readonly failure?: string
}

/** A process of its own that answers one question at a time. */
export class Child {
  readonly #process: ChildProcess

  constructor(file: string, args: readonly string[]) {
    this.#process = fork(new URL(file, import.meta.url), [...args], {
      execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
      serialization: 'advanced',
    })
  }

  async ask<A>(question: string, input: unknown = null): Promise<A> {
    const ended = new AbortController()
    const reply = once(this.#process, 'message', { signal: ended.signal }) as Promise<[Reply]>
    const onExit = (code: number | null) => ended.abort(new Error(`A process of the benchmark ended with ${code}`))
    this.#process.once('exit', onExit)
    this.#process.send({ question, input } satisfies Envelope)
    const [{ answer, failure }] = await reply
    this.#process.off('exit', onExit)
    if (failure !== undefined) throw new Error(failure)
    return answer as A
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return
    const exited = once(this.#process, 'exit')
    this.#process.disconnect()
    await exited
  }
}

/** In the child: answers questions by these functions, until the parent lets go. */
export function answerQuestions(answers: Readonly<Record<string, (input: never) => unknown>>): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', ({ question, input }: Envelope) => {
    answer(question, input).then(
      (text) => process.send?.({ answer: text } satisfies Reply),
      (error: unknown) =>
        process.send?.({ failure: `${question}: ${error instanceof Error ? error.stack : error}` } satisfies Reply),
    )
  })

  async function answer(question: string, input: unknown): Promise<unknown> {
    return answers[question]?.(input as never)
  }
}
