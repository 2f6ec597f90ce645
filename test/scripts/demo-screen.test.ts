import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Update } from '../../scripts/demo/client.ts'
import type { Download } from '../../scripts/demo/downloads.ts'
import { type Output, Screen } from '../../scripts/demo/screen.ts'

const NOW = Date.UTC(2026, 0, 1)
const UTF8 = { LANG: 'en_US.UTF-8' }

/** A terminal of so many columns, or a pipe, that keeps what is written to it. */
function output(columns: number | null) {
  const written: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write(text, _encoding, done) {
      written.push(text)
      done()
    },
  })
  const fields = { isTTY: columns !== null, columns: columns ?? 0, getColorDepth: () => 1, hasColors: () => false }
  const plain = () => written.join('')
  return { stream: Object.assign(stream, fields) as unknown as Output, plain }
}

function download(received: number, latest: Partial<Update> | null, cursors: readonly string[] = ['evt_1']): Download {
  const file = { name: 'film.mp4', bytes: 100, sha256: '', trouble: '', served: {} as Download['file']['served'] }
  const defaults = { state: 'IN_PROGRESS', nextAttemptAt: null, error: null, progress: null }
  return { file, received, cursors, latest: latest === null ? null : ({ ...defaults, ...latest } as Update) }
}

const running = (received: number) => download(received, { progress: { message: '50 B of 100 B, 10 B/s' } as Update['progress'] })

test('on a terminal each download is a bar that is drawn over where it was', () => {
  const { stream, plain } = output(100)
  const screen = new Screen(stream, UTF8)
  screen.show([running(0), running(50)], true, NOW)
  screen.show([running(25), download(100, { state: 'SUCCESS' })], true, NOW)

  expect(plain().split('\n')).toEqual([
    `  film.mp4      ${'░'.repeat(24)}   0%  50 B of 100 B, 10 B/s`,
    `  film.mp4      ${'█'.repeat(12)}${'░'.repeat(12)}  50%  50 B of 100 B, 10 B/s`,
    `\u001b[2A\u001b[0J  film.mp4      ${'█'.repeat(6)}${'░'.repeat(18)}  25%  50 B of 100 B, 10 B/s`,
    `  film.mp4      ${'█'.repeat(24)} 100%  complete, sha256 verified`,
    '',
  ])
})

test('what is said stays above the bars, which begin anew below it', () => {
  const { stream, plain } = output(100)
  const screen = new Screen(stream, UTF8)
  screen.show([running(0)], true, NOW)
  screen.say('The server was killed')
  screen.show([running(0)], false, NOW)

  const [, said, bar] = plain().split('\n')
  expect(said).toBe('\u001b[1A\u001b[0JThe server was killed')
  expect(bar).toMatch(/^ {2}film\.mp4 .*the server is gone$/)
})

test('a line never wraps, and without UTF-8 the bars are plain', () => {
  const { stream, plain } = output(60)
  new Screen(stream, {}).show([running(50)], true, NOW)
  const [line = ''] = plain().split('\n')
  expect(line).toContain(`${'#'.repeat(12)}${'.'.repeat(12)}`)
  expect(line.length).toBeLessThan(60)
})

test('a download that waits says for how long and why', () => {
  const { stream, plain } = output(120)
  const error = 'http://127.0.0.1:1/film.mp4 answered with status 503'
  const nextAttemptAt = new Date(NOW + 2500).toISOString()
  new Screen(stream, UTF8).show([download(0, { state: 'RECOVERING', nextAttemptAt, error })], true, NOW)
  expect(plain()).toContain('again in 2.5 s: /film.mp4 answered with status 503')
})

test('through a pipe there is a line for each news, and none for what was told', () => {
  const { stream, plain } = output(null)
  const screen = new Screen(stream, UTF8)
  for (const received of [0, 1, 2, 30, 31]) screen.show([running(received)], true, NOW)
  screen.show([download(31, { state: 'PAUSED' }, ['evt_1', 'evt_2'])], true, NOW)
  expect(plain().split('\n')).toEqual([
    '  film.mp4        0%  50 B of 100 B, 10 B/s',
    '  film.mp4       30%  50 B of 100 B, 10 B/s',
    '  film.mp4       31%  paused',
    '',
  ])
})
