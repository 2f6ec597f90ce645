import { plainlyWritten } from './unseen.ts'

const NAME = /^[_A-Za-z]\w*$/

/** A JSON value as GraphQL writes it in a document; null when it cannot: its keys would have to be names. */
export function graphqlLiteral(value: unknown): string | null {
  if (typeof value === 'string') return graphqlText(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) {
    const items = value.map(graphqlLiteral)
    return items.includes(null) ? null : `[${items.join(', ')}]`
  }
  const fields = Object.entries(value).map(([name, field]) => {
    const literal = graphqlLiteral(field)
    return literal === null || !NAME.test(name) ? null : `${name}: ${literal}`
  })
  return fields.includes(null) ? null : `{ ${fields.join(', ')} }`
}

/** GraphQL knows no halves of characters. */
function graphqlText(text: string): string {
  return plainlyWritten(JSON.stringify(text.toWellFormed()))
}
