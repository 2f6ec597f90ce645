import { type ExecutionResult, execute, type GraphQLError, parse, subscribe, validate } from 'graphql'
import { onTestFinished } from 'vitest'
import { type Context, createContext } from '../../schema/context.ts'
import { buildSchema } from '../../schema/index.ts'
import type { TypedDocumentString } from '../../src/client/gql/graphql.ts'
import type { Diagnostics } from '../../src/diagnostics/diagnostics.ts'
import type { Recovery, RecoveryOptions } from '../../src/index.ts'
import { ANYONE } from '../../src/operation/caller.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { served } from '../diagnostics/served.ts'
import { testEngine } from '../support/engine.ts'
import { seededRandom } from '../support/seeded-random.ts'

export const schema = buildSchema()

type Variables = Readonly<Record<string, unknown>>
/** A result as a client reads it. */
export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly { readonly message: string }[]
}

export interface Answers extends AsyncIterableIterator<Answer, undefined> {
  return(): Promise<IteratorResult<Answer, undefined>>
}

/** The schema on a real engine in memory whose time the test owns; with diagnostics, time is the real one. */
export async function testApi({ diagnostics, ...options }: RecoveryOptions & { readonly diagnostics?: true } = {}) {
  const { recovery, clock } = await testEngine(options)
  if (diagnostics === undefined) return { recovery, clock, ...apiOf(recovery) }
  const real = await served({ store: createMemoryStore({ random: seededRandom(1) }) })
  return { recovery: real.recovery, clock, ...apiOf(real.recovery, real.diagnostics) }
}

export type Api = Awaited<ReturnType<typeof testApi>>

function apiOf(recovery: Recovery, diagnostics: Diagnostics | null = null) {
  const contextOf = (name: string | null) => createContext(recovery, { ...ANYONE, name }, diagnostics)

  /** The answer with its errors. */
  async function ask(document: string, variables: Variables = {}, actor: string | null = null): Promise<Answer> {
    return asClient(await execute(argumentsOf(contextOf(actor), document, variables)))
  }

  /** The errors as the server's error formatting gets them. */
  async function rawErrors(document: string, variables: Variables = {}): Promise<readonly GraphQLError[]> {
    return (await execute(argumentsOf(contextOf(null), document, variables))).errors ?? []
  }

  /** The data; throws the first error. */
  async function data(document: string, variables: Variables = {}): Promise<Readonly<Record<string, unknown>>> {
    const answer = await ask(document, variables)
    if (answer.data === null || answer.errors.length > 0) throw new Error(answer.errors[0]?.message)
    return answer.data
  }

  /** The typed data of one of the client's documents; throws the first error. */
  async function typed<R, V extends Variables>(document: TypedDocumentString<R, V>, variables: V): Promise<R> {
    return (await data(document.toString(), variables)) as R
  }

  /** A subscription's answers; it ends with the test. */
  async function follow(document: string, variables: Variables = {}): Promise<Answers> {
    const result = await subscribe(argumentsOf(contextOf(null), document, variables))
    const answers = answersOf(Symbol.asyncIterator in result ? result : only(result))
    onTestFinished(async () => void (await answers.return()))
    return answers
  }

  return { ask, rawErrors, data, typed, follow }
}

function argumentsOf(contextValue: Context, text: string, variableValues: Variables) {
  const document = parse(text)
  const [fault] = validate(schema, document)
  if (fault !== undefined) throw fault
  return { schema, document, variableValues, contextValue }
}

async function* only(result: ExecutionResult): AsyncGenerator<ExecutionResult> {
  yield result
}

/** Not a generator, whose `return` would wait for the next answer. */
function answersOf(results: AsyncGenerator<ExecutionResult>): Answers {
  const answers: Answers = {
    async next() {
      const { done, value } = await results.next()
      return done === true ? { done, value: undefined } : { done: false, value: asClient(value) }
    },
    async return() {
      await results.return(undefined)
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => answers,
  }
  return answers
}

function asClient(result: ExecutionResult): Answer {
  const { data = null, errors = [] } = JSON.parse(JSON.stringify(result))
  return { data, errors }
}

/** The next `count` answers' data of one subscription field. */
export async function take(answers: Answers, count: number): Promise<unknown[]> {
  const taken: unknown[] = []
  while (taken.length < count) {
    const { done, value } = await answers.next()
    if (done === true) break
    if (value.data === null) throw new Error(value.errors[0]?.message)
    taken.push(...Object.values(value.data))
  }
  return taken
}
