import { expectTypeOf, test } from 'vitest'
import { recoverable } from '../../src/index.ts'

test('a function that answers a promise keeps its type: parameters, this, generics and overloads', () => {
  const plain = recoverable(async (url: string, retries?: number) => ({ url, retries }))
  expectTypeOf<Parameters<typeof plain>>().toEqualTypeOf<[url: string, retries?: number | undefined]>()
  expectTypeOf<ReturnType<typeof plain>>().toEqualTypeOf<Promise<{ url: string; retries: number | undefined }>>()

  const bound = recoverable(async function (this: { base: string }, path: string) {
    return this.base + path
  })
  expectTypeOf(bound).thisParameter.toEqualTypeOf<{ base: string }>()

  const generic = recoverable(async <T>(value: T): Promise<T[]> => [value])
  expectTypeOf(generic).toEqualTypeOf<<T>(value: T) => Promise<T[]>>()

  interface Overloaded {
    (id: number): Promise<number>
    (id: string): Promise<string>
  }
  expectTypeOf(recoverable((async (id: number | string) => id) as Overloaded)).toEqualTypeOf<Overloaded>()
})

test('a function that answers at once answers a promise when it is wrapped', () => {
  const sync = recoverable(function (this: Date, n: number, ...more: string[]) {
    return this.getTime() + n + more.length
  })

  expectTypeOf(sync).toEqualTypeOf<(this: Date, n: number, ...more: string[]) => Promise<number>>()
  expectTypeOf(recoverable((x: number): number | Promise<number> => x)).returns.toEqualTypeOf<Promise<number>>()
})

test('the signal is found among the very arguments of the function', () => {
  recoverable(async (_url: string, _init: { signal: AbortSignal }) => 1, {
    signal: (url, init) => {
      expectTypeOf(url).toEqualTypeOf<string>()
      return init.signal
    },
  })
})

test('options written in place are held to their types, not to what they would be alone', () => {
  recoverable(async () => 1, { classifier: () => ({ category: 'network' }), retryOnResult: () => undefined })
  // @ts-expect-error no category has this name
  recoverable(async () => 1, { classifier: () => ({ category: 'net' }) })
})

test('a decorator fits methods that answer a promise, and no others', () => {
  type Method = (this: Date, value: string) => Promise<number>
  const decorator = recoverable({ maxRetries: 2 })
  const context = {} as ClassMethodDecoratorContext<Date, Method>

  expectTypeOf(decorator<Date, [string], Promise<number>>)
    .parameter(1)
    .toEqualTypeOf(context)
  expectTypeOf(decorator<Date, [string], Promise<number>>).returns.toEqualTypeOf<Method>()
  // @ts-expect-error a method that answers at once cannot be decorated: it would answer a promise
  type _Refused = typeof decorator<Date, [string], number>
})
