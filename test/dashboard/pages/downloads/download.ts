import type { Download } from '../../../../src/dashboard/pages/downloads/download-status.ts'

/** A download in the middle of its first attempt, but for what is said. */
export function download(given: Partial<Download> = {}): Download {
  return {
    ...{ id: 'a', state: 'IN_PROGRESS', attempt: 1, maxAttempts: 6, availableActions: ['PAUSE', 'CANCEL'] },
    ...{ createdAt: at(0), updatedAt: at(0), startedAt: at(0), finishedAt: null, nextAttemptAt: null },
    ...{ input: { url: 'https://example.com/a.bin', destination: 'models/a.bin' }, result: null },
    ...{ progress: null, error: null, circuitBreaker: null },
    ...given,
  }
}

/** So many seconds after the first of them, as the server writes it. */
export function at(seconds: number): string {
  return new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString()
}
