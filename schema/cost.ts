/** What a field costs, in field values: see `limits.ts`. */
export interface Cost {
  /** For the field itself. Default 1. */
  readonly own?: number
  /** How many items the list holds that it answers, or that the connection it answers holds. Default 10. */
  readonly length?: number
}

export type CostRule<Args> = Cost | ((args: Args) => Cost)

/** A field's `extensions` that tell its cost. */
export function costs<Args>(rule: CostRule<Args>): { readonly cost: CostRule<Args> } {
  return { cost: rule }
}
