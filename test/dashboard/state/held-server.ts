import { vi } from 'vitest'

interface Asked {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly answer: (data: unknown) => Promise<void>
  readonly fail: () => Promise<void>
  readonly refuse: (code: string) => Promise<void>
}

/** In place of the network: a test answers what was asked when it likes. Time is the test's too. */
export function heldServer(): readonly Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (_url: string, { body, signal }: { body: string; signal: AbortSignal }) => {
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    signal.addEventListener('abort', () => reject(signal.reason))
    const send = (answer: object) => resolve(new Response(JSON.stringify(answer)))
    asked.push({
      ...(JSON.parse(body) as Pick<Asked, 'query' | 'variables'>),
      answer: (data) => settled(send({ data })),
      fail: () => settled(reject(new TypeError('no network'))),
      refuse: (code) => settled(send({ errors: [{ message: 'refused', extensions: { code } }] })),
    })
    return promise
  })
  return asked
}

/** Lets everything happen that needs no time. */
export async function settled(_done?: unknown): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}
