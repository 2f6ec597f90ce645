/**
 * The statement for the rows of a table that have one of many ids (or numbers), given as a JSON array: one statement however many
 * there are. The join is `cross` so that the ids lead, and each is looked up in the index.
 */
export function rowsById(table: string, by: 'id' | 'rowid' = 'id'): string {
  return `select t.* from json_each(?) as wanted cross join ${table} t on t.${by} = wanted.value`
}
