import type { JsonSchema, OpenApiOperation } from './openapi.ts'

/** One line of a table about fields. */
export interface Field {
  /** Its place, such as `operations[].state`. */
  readonly name: string
  readonly type: string
  readonly about: string
}

/** The fields of an object's schema, those of the objects in it after it. */
export function fieldsOf(schema: JsonSchema, prefix = ''): readonly Field[] {
  const variants = (schema.anyOf ?? []) as readonly JsonSchema[]
  const required = (schema.required ?? []) as readonly string[]
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>)
  // `success: true` and the like say nothing that the status has not said.
  const telling = properties.filter(([, field]) => field.const === undefined || field.description !== undefined)
  const own = telling.flatMap(([key, field]) => {
    const name = `${prefix}${key}`
    const about = aboutOf(field, required.includes(key) || 'default' in field)
    return [{ name, type: typeOf(field), about }, ...fieldsOf(insideOf(field), `${name}${field.type === 'array' ? '[].' : '.'}`)]
  })
  // The first variant says it all; the others tell less.
  return [...own, ...(variants[0] === undefined ? [] : fieldsOf(variants[0], prefix))]
}

/** The parameters of a route, as fields. */
export function parameterFields({ parameters }: OpenApiOperation): readonly Field[] {
  return parameters.map(({ name, schema, description = '' }) => ({
    name,
    type: typeOf(schema),
    about: aboutOf({ ...schema, description }, true),
  }))
}

function insideOf(field: JsonSchema): JsonSchema {
  return field.type === 'array' ? ((field.items ?? {}) as JsonSchema) : field
}

/** Such as `integer 1–100`, `text or null`, `array of object`. */
function typeOf(schema: JsonSchema): string {
  const { type, anyOf, items, enum: values, const: only, minimum, maximum, format } = schema
  if (only !== undefined) return JSON.stringify(only)
  if (Array.isArray(values)) return values.join(' | ')
  if (Array.isArray(anyOf)) return [...new Set((anyOf as readonly JsonSchema[]).map(typeOf))].join(' or ')
  if (type === 'array') return `array of ${typeOf((items ?? {}) as JsonSchema)}`
  if (format === 'date-time') return 'instant'
  const name = type === undefined ? 'any JSON' : [type].flat().join(' or ')
  return minimum === undefined || maximum === undefined ? name : `${name} ${minimum}–${maximum}`
}

function aboutOf({ description = '', default: fallback }: JsonSchema, always: boolean): string {
  const sentences = [description === '' ? [] : [String(description)]].flat()
  if (fallback !== undefined) sentences.push(`Default ${JSON.stringify(fallback)}.`)
  if (!always) sentences.push('Optional.')
  return sentences.join(' ')
}
