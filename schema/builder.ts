import SchemaBuilder from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import type { Json } from '../src/operation/json.ts'
import type { Context } from './context.ts'

/** What the schema's modules build on. Fields are non-null unless they say otherwise; instants are epoch milliseconds inside. */
export const builder = new SchemaBuilder<{
  // biome-ignore-start lint/style/useNamingConvention: Pothos gives these names
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    DateTime: { Input: number; Output: number }
    Duration: { Input: number; Output: number }
    JSON: { Input: Json; Output: Json }
  }
  // biome-ignore-end lint/style/useNamingConvention: see above
}>({
  defaultFieldNullability: false,
  plugins: [ErrorsPlugin],
  // A mutation answers its payload or one of the errors it names, without a wrapper around the payload.
  errors: { directResult: true },
})

export type Types = typeof builder.$inferSchemaTypes
