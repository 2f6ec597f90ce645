/** What a benchmark must reach. Every figure is a ratio, a time or a size measured in this very run. */
export interface Target {
  readonly name: string
  readonly value: number
  readonly atLeast?: number
  readonly atMost?: number
  readonly unit?: string
}

/** What a benchmark measured: its parameters, a table for people, and the targets it is held to. */
export interface Report {
  readonly parameters: Readonly<Record<string, number | string>>
  readonly table: readonly (readonly string[])[]
  readonly targets: readonly Target[]
}

export interface Benchmark {
  readonly name: string
  readonly summary: string
  /** `note` tells whoever waits what is being done. */
  run(seed: number, note: (text: string) => void): Promise<Report>
}

export function isMet({ value, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Target): boolean {
  return value >= atLeast && value <= atMost
}
