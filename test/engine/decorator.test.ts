import { expect, test } from 'vitest'
import { createRecovery, type Recovery, recoverable } from '../../src/index.ts'
import { createMemoryStore } from '../../src/store/memory-store.ts'
import { Crashable } from '../support/crashing-store.ts'
import { gate, testEngine } from '../support/engine.ts'
import { FakeClock } from '../support/fake-clock.ts'
import { seededRandom } from '../support/seeded-random.ts'

const AT_ONCE = { initialDelay: 0, jitter: 0 } as const

async function states(recovery: Recovery): Promise<readonly string[]> {
  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 100 })
  return operations.map((operation) => `${operation.functionName} ${operation.state}`)
}

test('a decorated method is retried, with its this, its arguments and its name', async () => {
  class Counter {
    calls = 0
    readonly step = 10

    @recoverable(AT_ONCE)
    async add(value: number): Promise<number> {
      this.calls++
      if (this.calls < 3) throw new Error('not yet')
      return value + this.step
    }
  }

  await expect(new Counter().add(32)).resolves.toBe(42)
  expect(Counter.prototype.add.name).toBe('add')
})

test('the bare decorator takes the defaults', async () => {
  class Denied {
    calls = 0

    @recoverable
    async open(): Promise<void> {
      this.calls++
      throw Object.assign(new Error('no'), { code: 'EACCES' })
    }
  }
  const denied = new Denied()

  await expect(denied.open()).rejects.toMatchObject({ name: 'OperationFailedError' })
  expect(denied.calls).toBe(1)
})

test('static and private methods, and those of a base class, are decorated as any other', async () => {
  const failed = new Set<string>()
  const failOnce = (name: string) => {
    if (failed.has(name)) return name
    failed.add(name)
    throw new Error(`${name} fails once`)
  }
  class Base {
    @recoverable(AT_ONCE)
    async inherited(): Promise<string> {
      return failOnce('inherited')
    }
  }
  class Sub extends Base {
    @recoverable(AT_ONCE)
    static async shared(): Promise<string> {
      return failOnce('static')
    }

    @recoverable(AT_ONCE)
    async #hidden(): Promise<string> {
      return failOnce('private')
    }

    both(): Promise<string[]> {
      return Promise.all([this.#hidden(), super.inherited()])
    }
  }

  await expect(Sub.shared()).resolves.toBe('static')
  await expect(new Sub().both()).resolves.toEqual(['private', 'inherited'])
})

test('a registered instance keeps its calls, each retried on the instance that was called', async () => {
  class Model {
    readonly name: string
    calls = 0

    constructor(name: string) {
      this.name = name
    }

    @recoverable({ ...AT_ONCE, name: 'model.load' })
    async load(part: string): Promise<string> {
      if (this.calls++ === 0) throw new Error('cold')
      return `${this.name} ${part}`
    }
  }
  const { recovery, clock } = await testEngine()
  const [one, two, unregistered] = [new Model('one'), new Model('two'), new Model('unregistered')]
  recovery.register(one)
  recovery.register(two)

  const answers = Promise.all([one.load('a'), two.load('b'), unregistered.load('c')])
  await clock.advance(10_000)

  await expect(answers).resolves.toEqual(['one a', 'two b', 'unregistered c'])
  expect(await states(recovery)).toEqual(['model.load success', 'model.load success'])
})

test('durable static and private methods are registered by their class and their instance', async () => {
  let cold = 2
  const warmed = (answer: string) => {
    if (cold-- > 0) throw new Error('cold')
    return answer
  }
  class Jobs {
    @recoverable({ ...AT_ONCE, name: 'jobs.shared' })
    static async shared(): Promise<string> {
      return warmed('shared')
    }

    @recoverable({ ...AT_ONCE, name: 'jobs.hidden' })
    async #hidden(): Promise<string> {
      return warmed('hidden')
    }

    run(): Promise<string> {
      return this.#hidden()
    }
  }
  const { recovery, clock } = await testEngine()
  const jobs = new Jobs()
  recovery.register(Jobs)
  recovery.register(jobs)

  const answers = Promise.all([Jobs.shared(), jobs.run()])
  await clock.advance(1000)

  await expect(answers).resolves.toEqual(['shared', 'hidden'])
  expect((await states(recovery)).toSorted()).toEqual(['jobs.hidden success', 'jobs.shared success'])
})

test('what a dead process left of a method goes on with the first instance that is registered', async () => {
  const durable = new Crashable(createMemoryStore({ random: seededRandom(3) }))
  const make = (answer: () => Promise<string>) => {
    class Installer {
      @recoverable({ ...AT_ONCE, name: 'installer.install', persistence: 'always' })
      async install(project: string): Promise<string> {
        return `${project} ${await answer()}`
      }
    }
    return new Installer()
  }
  const { store, life } = durable.connect(null)
  const dyingClock = new FakeClock()
  const dying = await createRecovery({ store, clock: dyingClock })
  const first = make(() => gate<string>().opened)
  dying.register(first)
  first.install('demo').catch(() => undefined)
  await dyingClock.advance(0)
  life.crash()

  const { recovery, clock } = await testEngine({ store: durable.connect(null).store, open: false })
  recovery.register(make(async () => 'installed'))
  await recovery.open()
  await clock.advance(10_000)

  const { operations } = await recovery.list({ filter: {}, order: { field: 'created_at', direction: 'asc' }, limit: 1 })
  expect(operations[0]).toMatchObject({ state: 'success', input: ['demo'], result: 'demo installed' })
})

test('a Recovery in the options registers an instance at its first call', async () => {
  const { recovery, clock } = await testEngine()
  class Client {
    calls = 0

    @recoverable({ ...AT_ONCE, name: 'client.get', recovery })
    async get(): Promise<string> {
      if (this.calls++ === 0) throw new Error('cold')
      return 'warm'
    }
  }

  const answer = new Client().get()
  await clock.advance(1000)

  await expect(answer).resolves.toBe('warm')
  expect(await states(recovery)).toEqual(['client.get success'])
})

test('a durable method without a name is refused when it is decorated, and other things than methods are too', () => {
  expect(() => recoverable({ persistence: 'always' })(async () => 1, contextOf('method'))).toThrow('needs an explicit name')
  expect(() => recoverable({})(async () => 1, contextOf('getter'))).toThrow('decorates methods, not a getter')
})

function contextOf(kind: string): ClassMethodDecoratorContext {
  return { kind, name: 'work', addInitializer: () => undefined } as unknown as ClassMethodDecoratorContext
}

test('an instance without durable methods cannot be registered', async () => {
  const { recovery } = await testEngine()

  expect(() => recovery.register({})).toThrow('no durable methods')
})

test('a method that is durable from its start is refused until its instance is registered', async () => {
  class Payments {
    @recoverable({ name: 'payments.pay', persistence: 'always' })
    async pay(): Promise<string> {
      return 'paid'
    }
  }

  await expect(new Payments().pay()).rejects.toThrow('call recovery.register(instance)')
})
