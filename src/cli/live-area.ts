import type { Screen } from './world.ts'

/** The last lines of a terminal, drawn again and again in their place. */
export class LiveArea {
  readonly #screen: Screen
  #height = 0

  constructor(screen: Screen) {
    this.#screen = screen
  }

  /** Puts these lines in the place of those before. Each must fit the width of the terminal. */
  draw(lines: readonly string[]): void {
    this.#screen.write(`${this.#back()}${lines.map((line) => `\u001b[2K${line}\n`).join('')}\u001b[J`)
    this.#height = lines.length
  }

  /** Leaves the lines where they are: the next ones come below. */
  leave(): void {
    this.#height = 0
  }

  #back(): string {
    return this.#height === 0 ? '' : `\r\u001b[${this.#height}A`
  }
}
