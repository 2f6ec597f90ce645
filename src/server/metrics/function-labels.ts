/** So many functions have series of their own. */
const MAX_FUNCTIONS = 200
/** The label of all others. */
const OTHER = 'other'

/** The names of functions as labels. Each label value is a series for ever, so there is an end to them. */
export class FunctionLabels {
  readonly #isDefined: (functionName: string) => boolean
  readonly #known = new Set<string>()

  /** @param isDefined whether a function of this name is registered: names that only the store knows are `other` */
  constructor(isDefined: (functionName: string) => boolean) {
    this.#isDefined = isDefined
  }

  of(functionName: string): string {
    if (this.#known.has(functionName)) return functionName
    if (this.#known.size >= MAX_FUNCTIONS || !this.#isDefined(functionName)) return OTHER
    this.#known.add(functionName)
    return functionName
  }
}
