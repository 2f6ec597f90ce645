import { InvalidInputError } from '../src/operation/errors.ts'

/** The opaque text of a place in a list. `list` names the list and its order: a cursor is good for no other. */
export function encodePageCursor(list: string, key: unknown): string {
  return Buffer.from(JSON.stringify({ list, key })).toString('base64url')
}

/**
 * Reads the place that `encodePageCursor` wrote.
 *
 * @param argument the argument's name, for the message
 * @throws InvalidInputError when it was not made here, or for another list or order
 */
export function decodePageCursor<K>(list: string, text: string, isKey: (key: unknown) => key is K, argument: string): K {
  const place = parse(text)
  if (place === null || typeof place.list !== 'string') {
    throw new InvalidInputError(`${argument} is no cursor of a list; use a cursor that the list answered`, { field: argument })
  }
  if (place.list !== list) {
    throw new InvalidInputError(
      `${argument} belongs to another list or order; page on with the orderBy that the cursor came with`,
      {
        field: argument,
      },
    )
  }
  if (!isKey(place.key)) {
    throw new InvalidInputError(`${argument} is no cursor of this list; use a cursor that the list answered`, { field: argument })
  }
  return place.key
}

function parse(text: string): { readonly list?: unknown; readonly key?: unknown } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
