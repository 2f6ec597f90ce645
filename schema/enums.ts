import { builder } from './builder.ts'

/** An enum whose names are the domain's lower-case values in upper case. `values` describes each of them. */
export function enumOf<V extends string>(name: string, description: string, values: Readonly<Record<V, string>>) {
  const entries = Object.entries<string>(values).map(([value, text]) => [value.toUpperCase(), { value, description: text }])
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(entries) as Record<Uppercase<V>, { value: V; description: string }>,
  })
}
