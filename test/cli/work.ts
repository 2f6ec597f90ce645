import type { Recovery } from '../../src/index.ts'

/** Functions for the server that the tests of the command line talk to. */
export function register(recovery: Recovery): void {
  recovery.define('greet', (name: string) => `Hello ${name}`)
  recovery.define('stepped', (name: string, ctx) => ctx.step('look up', () => ({ name, known: true })))
  recovery.define(
    'fail',
    (message: string) => {
      throw Object.assign(new Error(message), { code: 'EACCES' })
    },
    { description: 'Fails for good with the message that it is given' },
  )
  recovery.define(
    'late',
    (_input: string, { attempt }) => {
      if (attempt === 1) throw Object.assign(new Error('not yet'), { code: 'ECONNRESET' })
    },
    { initialDelay: 1 },
  )
  const down = () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' }))
  recovery.define('down', down, { maxRetries: 0 })
  recovery.define('sleepy', (_input: null, ctx) => ctx.sleep('nap', '1h'))
  recovery.define('hold', (_input: null, ctx) => {
    ctx.progress({ current: 30, total: 120, unit: 'bytes', rate: 10 })
    return new Promise((_resolve, reject) => {
      ctx.signal.addEventListener('abort', () => reject(ctx.signal.reason), { once: true })
    })
  })
}
