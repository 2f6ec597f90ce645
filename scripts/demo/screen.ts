import type { WriteStream } from 'node:tty'
import { styleText } from 'node:util'
import type { Download } from './downloads.ts'

/** What the screen needs of a terminal, or of a pipe. */
export type Output = Pick<WriteStream, 'write' | 'isTTY' | 'columns'> & NodeJS.WritableStream

type Tone = 'green' | 'yellow' | 'cyan' | 'dim'

interface Row {
  readonly name: string
  /** From 0 to 1. */
  readonly fraction: number
  readonly status: string
  readonly tone: Tone
}

const NAME_WIDTH = 13
const BAR_WIDTH = 24
const QUARTERS = 4

/** Says things, and shows how the downloads stand: as bars that move on a terminal, else as a line for each news. */
export class Screen {
  readonly #output: Output
  readonly #blocks: readonly [string, string]
  #rowsShown = 0
  readonly #told = new Map<string, string>()

  constructor(output: Output, env: NodeJS.ProcessEnv) {
    this.#output = output
    const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
    this.#blocks = /utf-?8/i.test(locale) ? ['█', '░'] : ['#', '.']
  }

  /** A line that stays. */
  say(text: string): void {
    this.#output.write(`${this.#up()}${text}\n`)
    this.#rowsShown = 0
  }

  /** @param serving whether there is a server that could be at work */
  show(downloads: readonly Download[], serving: boolean, now: number): void {
    const rows = downloads.map((download) => rowOf(download, serving, now))
    if (this.#output.isTTY) this.#draw(rows)
    else this.#tellNews(downloads, rows)
  }

  #draw(rows: readonly Row[]): void {
    this.#output.write(this.#up() + rows.map((row) => `${this.#bar(row)}\n`).join(''))
    this.#rowsShown = rows.length
  }

  /** Moves to where the rows begin and clears what follows. */
  #up(): string {
    return this.#rowsShown === 0 ? '' : `\u001b[${this.#rowsShown}A\u001b[0J`
  }

  #bar({ name, fraction, status, tone }: Row): string {
    const [full, empty] = this.#blocks
    const filled = Math.floor(fraction * BAR_WIDTH)
    const bar = full.repeat(filled) + empty.repeat(BAR_WIDTH - filled)
    const percent = `${Math.floor(fraction * 100)}%`.padStart(4)
    // A line that wraps would be two, and could not be taken back.
    const room = Math.max(0, (this.#output.columns || 80) - NAME_WIDTH - BAR_WIDTH - percent.length - 7)
    return `  ${name.padEnd(NAME_WIDTH)} ${this.#style(tone, bar)} ${percent}  ${this.#style(tone, status.slice(0, room))}`
  }

  #style(tone: Tone, text: string): string {
    return styleText(tone, text, { stream: this.#output })
  }

  #tellNews(downloads: readonly Download[], rows: readonly Row[]): void {
    for (const [index, { file, latest, cursors }] of downloads.entries()) {
      const row = rows[index] as Row
      const news = `${cursors.length} ${Math.floor(row.fraction * QUARTERS)}`
      if (latest === null || this.#told.get(file.name) === news) continue
      this.#told.set(file.name, news)
      this.#output.write(`  ${file.name.padEnd(NAME_WIDTH)} ${`${Math.floor(row.fraction * 100)}%`.padStart(4)}  ${row.status}\n`)
    }
  }
}

function rowOf({ file, latest, received }: Download, serving: boolean, now: number): Row {
  const row = { name: file.name, fraction: Math.min(1, received / file.bytes) }
  if (latest?.state === 'SUCCESS') return { ...row, status: 'complete, sha256 verified', tone: 'green' }
  if (!serving) return { ...row, status: 'the server is gone', tone: 'dim' }
  if (latest === null) return { ...row, status: 'is started', tone: 'dim' }
  if (latest.nextAttemptAt !== null) {
    const seconds = Math.max(0, (Date.parse(latest.nextAttemptAt) - now) / 1000).toFixed(1)
    const why = latest.error ?? 'waits for a free slot'
    return { ...row, status: `again in ${seconds} s: ${why.replaceAll(/https?:\/\/[^/\s]+/g, '')}`, tone: 'yellow' }
  }
  return { ...row, status: latest.progress?.message ?? latest.state.toLowerCase(), tone: 'cyan' }
}
