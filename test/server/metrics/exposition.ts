/** One series: its labels, and its value. */
interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

interface Family {
  readonly type: string
  readonly samples: Map<string, Sample[]>
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*'
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"'
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)?,?\\})? (NaN|[+-]Inf|-?[0-9.]+(?:e[+-]?[0-9]+)?)$`)
const SUFFIXES = /_(bucket|sum|count)$/

/** The text format of Prometheus, read strictly: what its document does not allow is thrown. */
export class Exposition {
  readonly #families = new Map<string, Family>()
  readonly #helped = new Set<string>()

  constructor(text: string) {
    if (!text.endsWith('\n')) throw new Error('The last line has no end')
    for (const line of text.slice(0, -1).split('\n')) this.#read(line)
    for (const [name, { type, samples }] of this.#families) if (type === 'histogram') checkHistogram(name, samples)
  }

  get names(): readonly string[] {
    return [...this.#families.keys()]
  }

  /** The value of the series with exactly these labels; undefined when there is none. */
  value(name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
    return this.series(name).find((sample) => keyOf(sample.labels) === keyOf(labels))?.value
  }

  series(name: string): readonly Sample[] {
    for (const { samples } of this.#families.values()) {
      const found = samples.get(name)
      if (found !== undefined) return found
    }
    return []
  }

  #read(line: string): void {
    const [, keyword, name = '', rest = ''] = new RegExp(`^# (HELP|TYPE) (${NAME}) (.+)$`).exec(line) ?? []
    if (keyword === 'HELP') this.#help(name)
    else if (keyword === 'TYPE') this.#type(name, rest)
    // Blank lines are allowed anywhere.
    else if (line !== '') this.#sample(line)
  }

  #help(name: string): void {
    if (this.#helped.has(name)) throw new Error(`Two helps for ${name}`)
    this.#helped.add(name)
  }

  #type(name: string, type: string): void {
    if (this.#families.has(name)) throw new Error(`Two types for ${name}`)
    if (!this.#helped.has(name)) throw new Error(`No help for ${name}`)
    if (!['counter', 'gauge', 'histogram', 'summary'].includes(type)) throw new Error(`Not a type: ${type}`)
    this.#families.set(name, { type, samples: new Map() })
  }

  #sample(line: string): void {
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? []
    if (name === undefined) throw new Error(`Not a sample: ${line}`)
    const [current, family] = [...this.#families].at(-1) ?? []
    const isPart = family?.type === 'histogram' || family?.type === 'summary'
    if (family === undefined || current !== (isPart ? name.replace(SUFFIXES, '') : name)) {
      throw new Error(`${name} stands outside of its family`)
    }
    const samples = family.samples.get(name) ?? []
    family.samples.set(name, samples)
    const sample = { labels: labelsOf(labels), value: numberOf(value as string) }
    if (samples.some((other) => keyOf(other.labels) === keyOf(sample.labels))) throw new Error(`Twice: ${line}`)
    if (family.type === 'counter' && !(sample.value >= 0)) throw new Error(`A counter below zero: ${line}`)
    samples.push(sample)
  }
}

function labelsOf(text: string): Readonly<Record<string, string>> {
  const parts = text.match(new RegExp(LABEL, 'g')) ?? []
  const plain = (value: string) => value.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter))
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('=')), plain(part.slice(part.indexOf('=') + 2, -1))]))
}

function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'))
}

function keyOf(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Buckets are cumulative, the last one holds everything, and there are as many as the count says. */
function checkHistogram(name: string, samples: ReadonlyMap<string, readonly Sample[]>): void {
  const counts = new Map((samples.get(`${name}_count`) ?? []).map(({ labels, value }) => [keyOf(labels), value]))
  const last = new Map<string, Sample>()
  for (const bucket of samples.get(`${name}_bucket`) ?? []) {
    const { le, ...labels } = bucket.labels
    const before = last.get(keyOf(labels))
    if (before !== undefined && (before.value > bucket.value || numberOf(before.labels.le ?? '') >= numberOf(le ?? ''))) {
      throw new Error(`The buckets of ${name} do not rise`)
    }
    last.set(keyOf(labels), bucket)
  }
  for (const [labels, { value, labels: of }] of last) {
    if (of.le !== '+Inf' || counts.get(labels) !== value) throw new Error(`${name} does not hold as many as it counts`)
  }
}
