/** Where a text stops being JSON, and why. */
export interface SyntaxFault {
  readonly offset: number
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
  /** What is expected there, as a sentence. */
  readonly message: string
}

export type Parsed = { readonly value: unknown } | { readonly fault: SyntaxFault }

/** A place within a JSON value: names of fields and indexes of lists. */
export type JsonPath = readonly (string | number)[]

/** The value of a text, or where and why it is no JSON. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) }
  } catch {
    const scanner = new Scanner(text)
    const found = scanner.scan() ?? { offset: text.length, message: 'This is not valid JSON.' }
    return { fault: { ...found, ...placeOf(text, found.offset) } }
  }
}

/** Where in a JSON text a value begins; where the nearest one around it does when it is not there. */
export function offsetOf(text: string, path: JsonPath): number {
  let best = { depth: -1, offset: 0 }
  const scanner = new Scanner(text, (around, offset) => {
    const depth = around.length
    const fits = depth <= path.length && around.every(({ key }, index) => key === path[index])
    if (fits && depth >= best.depth) best = { depth, offset }
  })
  scanner.scan()
  return best.offset
}

/** The line and the column of a place in a text, both from 1. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

type Fault = Pick<SyntaxFault, 'offset' | 'message'>

/** A list or an object that has begun and not ended. */
interface Open {
  readonly close: ']' | '}'
  readonly begin: number
  /** Of its entry that is being read. */
  key: string | number
}

/** Is told of each value what it is in and where it begins. */
type OnValue = (around: readonly Open[], offset: number) => void

const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /[\p{L}\p{N}_$.+-]+/uy
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them within a text
const PLAIN = /[^"\\\u0000-\u001f]+/y

/** Reads JSON without recursion, so that a text of nothing but brackets is a fault like another. */
class Scanner {
  private readonly text: string
  private readonly onValue: OnValue | null
  private readonly open: Open[] = []
  private at = 0

  constructor(text: string, onValue: OnValue | null = null) {
    this.text = text
    this.onValue = onValue
  }

  /** The first fault; null when all is JSON. */
  scan(): Fault | null {
    for (;;) {
      const begun = this.value()
      if (begun !== 'open' && begun !== 'done') return begun
      const fault = begun === 'open' ? null : this.afterValue()
      if (fault !== null) return fault
      if (this.open.length === 0) return this.end()
    }
  }

  /** Reads one value, or the beginning of one and all that comes before its first inner one. */
  private value(): Fault | 'open' | 'done' {
    this.space()
    this.onValue?.(this.open, this.at)
    const next = this.text[this.at]
    if (next === '{' || next === '[') return this.begin(next)
    if (next === '"') return this.string() ?? 'done'
    const [from, first] = [this.at, this.character()]
    if (this.take(NUMBER) !== '' && this.peek(WORD) === '') return 'done'
    this.at = from
    const word = this.take(WORD)
    if (word === 'true' || word === 'false' || word === 'null') return 'done'
    return { offset: from, message: valueMessage(word, first, this.open.at(-1)?.close) }
  }

  private begin(bracket: '{' | '['): Fault | 'open' | 'done' {
    const inner: Open = { close: bracket === '{' ? '}' : ']', begin: this.at, key: 0 }
    this.at++
    this.space()
    if (this.text[this.at] === inner.close) {
      this.at++
      return 'done'
    }
    this.open.push(inner)
    return (bracket === '{' ? this.key(inner, 'a name in double quotes, or }') : null) ?? 'open'
  }

  private key(inner: Open, expected: string): Fault | null {
    this.space()
    const from = this.at
    if (this.text[from] !== '"') {
      const comma = expected.endsWith('}') ? '' : ' after the comma'
      return this.fault(`Expected ${expected}${comma}${this.insteadOf()}.`)
    }
    const fault = this.string()
    if (fault !== null) return fault
    inner.key = this.onValue === null ? '' : (JSON.parse(this.text.slice(from, this.at)) as string)
    this.space()
    if (this.text[this.at] !== ':') return this.fault(`Expected a colon (:) after the name${this.insteadOf()}.`)
    this.at++
    return null
  }

  /** Reads what stands between a value and the next one. */
  private afterValue(): Fault | null {
    for (let inner = this.open.at(-1); inner !== undefined; inner = this.open.at(-1)) {
      this.space()
      const next = this.text[this.at]
      if (next === ',') {
        this.at++
        if (typeof inner.key === 'number') inner.key++
        else return this.key(inner, 'a name in double quotes')
        return null
      }
      if (next !== inner.close) return this.fault(this.unclosed(inner))
      this.at++
      this.open.pop()
    }
    return null
  }

  private unclosed({ close, begin }: Open): string {
    if (this.at < this.text.length) return `Expected a comma (,) or ${close}${this.insteadOf()}.`
    return `Expected ${close} to close the ${close === '}' ? '{' : '['} of line ${placeOf(this.text, begin).line}.`
  }

  private end(): Fault | null {
    this.space()
    return this.at === this.text.length ? null : this.fault(`Expected nothing more after the value${this.insteadOf()}.`)
  }

  private string(): Fault | null {
    const from = this.at
    this.at++
    let part: string
    do part = this.take(PLAIN) || this.take(ESCAPE)
    while (part !== '')
    const next = this.text[this.at]
    if (next === '"') {
      this.at++
      return null
    }
    if (next === '\\') return this.fault('Expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits.')
    if (next === undefined) return { offset: from, message: 'This text is not closed: expected a double quote (").' }
    if (next === '\n' || next === '\r')
      return this.fault('A text must end on its line: expected a double quote ("), or write \\n.')
    return this.fault('A text cannot hold a control character: write a tab as \\t.')
  }

  private insteadOf(): string {
    const next = this.character()
    return next === undefined ? ', but the text ends' : `, not ${next}`
  }

  /** The whole one, if it takes two places. */
  private character(): string | undefined {
    const code = this.text.codePointAt(this.at)
    return code === undefined ? undefined : String.fromCodePoint(code)
  }

  private fault(message: string): Fault {
    return { offset: this.at, message }
  }

  private space(): void {
    this.take(SPACE)
  }

  private take(pattern: RegExp): string {
    const found = this.peek(pattern)
    this.at += found.length
    return found
  }

  private peek(pattern: RegExp): string {
    pattern.lastIndex = this.at
    return pattern.exec(this.text)?.[0] ?? ''
  }
}

function valueMessage(word: string, next: string | undefined, close: string | undefined): string {
  if (next === undefined) return 'Expected a value, but the text ends.'
  if (next === "'") return 'Write texts in double quotes ("), not single ones (\').'
  if (next === ']' && close === ']') return 'Expected a value: remove the comma before it.'
  if (/^[+\-.\d]/.test(word)) return `${word.slice(0, 40)} is not a number in JSON: write it as 12, -0.5 or 1e6.`
  if (['True', 'False', 'None', 'TRUE', 'FALSE', 'NULL', 'undefined'].includes(word))
    return 'Expected true, false or null, in small letters.'
  if (word !== '') return `Expected a value: write texts in double quotes, such as "${word.slice(0, 40)}".`
  return `Expected a value, not ${next}.`
}
