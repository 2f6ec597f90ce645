import type { Colour, Paint } from './paint.ts'
import { visible } from './visible.ts'
import { padded, shorten, widthOf } from './width.ts'

/** A cell: a text, which may come from anywhere, and its colour. */
export interface Cell {
  readonly text: string
  readonly colour: Colour | null
}

export interface TableOptions {
  readonly paint: Paint
  /** Of the terminal; undefined where lines may be as long as they are. */
  readonly columns: number | undefined
}

const GAP = '  '
const LEAST = 8

/** A table with a line for its head and one for each row. Whatever the cells hold, each stays in its place. */
export function table(head: readonly string[], rows: readonly (readonly (string | Cell)[])[], options: TableOptions): string[] {
  const cells = rows.map((row) => row.map((cell) => toCell(cell)))
  const widths = columnWidths([head.map(toCell), ...cells], options.columns)
  const line = (row: readonly Cell[]) => row.map((cell, index) => show(cell, index, row.length, widths, options.paint)).join(GAP)
  return [line(head.map((text) => ({ text, colour: 'grey' }))), ...cells.map(line)].map((text) => text.trimEnd())
}

/** Names and values, one below the other. */
export function pairs(rows: readonly (readonly [name: string, value: string | Cell])[], options: TableOptions): string[] {
  const width = Math.max(0, ...rows.map(([name]) => widthOf(name)))
  return rows.map(([name, value]) => {
    const { text, colour } = toCell(value)
    return `${options.paint(padded(name, width), 'grey')}${GAP}${options.paint(text, colour)}`.trimEnd()
  })
}

function toCell(cell: string | Cell): Cell {
  return typeof cell === 'string' ? { text: visible(cell), colour: null } : { ...cell, text: visible(cell.text) }
}

function show({ text, colour }: Cell, index: number, count: number, widths: readonly number[], paint: Paint): string {
  const width = widths[index] ?? 0
  return paint(index === count - 1 ? shorten(text, width) : padded(text, width), colour)
}

/** The widest cell of each column; when all together are wider than the terminal, the last column gives way, then others. */
function columnWidths(rows: readonly (readonly Cell[])[], columns: number | undefined): number[] {
  const widths = (rows[0] ?? []).map((_cell, index) => Math.max(...rows.map((row) => widthOf(row[index]?.text ?? ''))))
  if (columns === undefined) return widths
  let excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - columns
  for (let index = widths.length - 1; index > 0 && excess > 0; index--) {
    const own = widths[index] ?? 0
    const given = Math.min(excess, Math.max(0, own - LEAST))
    widths[index] = own - given
    excess -= given
  }
  return widths
}
