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

// Control characters that terminals obey, what turns the direction of text around, and what takes no room.
const UNSEEN = /[\x7f-\x9f\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu

/**
 * JSON, or a part of it, with what nobody would see written as escapes: what is pasted elsewhere is what it looks like.
 */
export function plainlyWritten(json: string): string {
  return json.replace(UNSEEN, (unseen) =>
    [...Array(unseen.length).keys()].map((at) => `\\u${unseen.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
}
