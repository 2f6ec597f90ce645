import { arch, cpus, platform } from 'node:os'
import { isMet, type Report, type Target } from './benchmark.ts'

/** Where a figure was measured: figures of two machines do not compare, ratios do. */
export function machine(): string {
  const processors = cpus()
  return `node ${process.version} · ${processors[0]?.model ?? 'unknown processor'} × ${processors.length} · ${platform()} ${arch()}`
}

export function printReport({ parameters, table, targets }: Report): void {
  const named = Object.entries(parameters).map(([name, value]) => `${name} ${typeof value === 'number' ? figure(value) : value}`)
  console.log(`${named.join(' · ')}\n`)
  console.log(`${aligned(table)}\n`)
  for (const target of targets) console.log(verdict(target))
}

/** Columns as wide as their widest cell: text to the left, figures to the right. */
function aligned(table: Report['table']): string {
  const width = (column: number) => Math.max(...table.map((row) => row[column]?.length ?? 0))
  const pad = (cell: string, column: number) => (column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column)))
  return table.map((row) => `  ${row.map(pad).join('   ').trimEnd()}`).join('\n')
}

function verdict(target: Target): string {
  const { name, value, atLeast, atMost, unit } = target
  const bound = atLeast === undefined ? `at most ${figure(atMost as number, unit)}` : `at least ${figure(atLeast, unit)}`
  return `${isMet(target) ? 'PASS' : 'FAIL'}  ${name}: ${figure(value, unit)} (${bound})`
}

/** A number for people: three significant digits when it is small, thousands apart when it is large. */
export function figure(value: number, unit?: string): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 2
  const text = value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return unit === undefined ? text : `${text} ${unit}`
}
