import type { Options } from '@mikro-orm/sqlite'

/** Entities of the program itself, by class or as `defineEntity` made them. */
export type OwnEntities = NonNullable<Options['entities']>
