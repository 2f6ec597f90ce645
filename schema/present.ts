/** The same parts, those that are null left out: GraphQL's null and the engine's absent mean the same. */
export type Present<T> = { [K in keyof T]?: NonNullable<T[K]> }

export function present<T extends object>(parts: T): Present<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null && value !== undefined)) as Present<T>
}
