import { faultsOf, type SchemaFault } from './schema-faults.ts'

/** Says what is wrong with a value by its schema; nothing when it fits. */
export type SchemaChecker = (value: unknown) => readonly SchemaFault[]

/**
 * Makes a checker of a JSON Schema; its code is fetched when it is first wanted. A schema or a value that it cannot cope
 * with is let through: the server checks all inputs again, and has the last word.
 */
export async function loadChecker(schema: unknown): Promise<SchemaChecker> {
  const { Validator } = await import('@cfworker/json-schema')
  // It writes into the schema.
  const own = structuredClone(schema) as ConstructorParameters<typeof Validator>[0]
  try {
    const validator = new Validator(own, '2020-12', false)
    return (value) => checked(() => faultsOf(validator.validate(value).errors, schema, value))
  } catch {
    return () => []
  }
}

function checked(check: () => readonly SchemaFault[]): readonly SchemaFault[] {
  try {
    return check()
  } catch {
    return []
  }
}
