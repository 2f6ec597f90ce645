import { existsSync } from 'node:fs'
import process from 'node:process'
import type { Recovery } from '../../src/index.ts'

/** Put together, so that the text of this file does not hold them. */
export const word = (name: string): string => ['confidential', name, 'marmalade'].join('-')
export const credential = (name: string): string => ['hunter2', name, 'x9'].join('')

/** A function that puts what it is told into everything it can; its second attempt hangs until the file `go` is there. */
export function register(recovery: Recovery): void {
  recovery.define(
    'keep_secrets',
    async (_input, ctx) => {
      ctx.log.info({ password: credential('logged'), headers: { authorization: `Bearer ${credential('header')}` } }, 'At work')
      ctx.log.info({ deep: { url: new URL(`https://ada:${credential('url')}@x.test/`) } }, `token=${credential('line')}`)
      await ctx.step('first', () => ({ text: word('step'), apiKey: credential('step') }))
      await ctx.state.set({ text: word('state') })
      ctx.progress({ message: `${word('progress')} password=${credential('progress')}` })
      if (ctx.attempt === 1) {
        const cause = new Error(`${word('cause')} https://ada:${credential('cause')}@x.test/`)
        throw new Error(`${word('error')} password=${credential('error')}`, { cause })
      }
      if (!existsSync('go')) {
        process.stderr.write('HANGING\n')
        await new Promise(() => undefined)
      }
      return { text: word('result'), token: credential('result') }
    },
    { initialDelay: 1, jitter: 0, strategy: 'fixed', circuitBreaker: { threshold: 1, timeout: 1 } },
  )
}
