import {
  type ASTVisitor,
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

/** What of a document decides whether two subscribers are given the same results. */
export interface DocumentTraits {
  /** Whether an answer depends on who asks, by a field with the extension `perViewer`. */
  readonly perViewer: boolean
  /** The variables that a result may depend on: all but those that only choose which events a subscriber is told of. */
  readonly variables: readonly string[]
}

type Field = GraphQLField<unknown, unknown>

/** The traits of documents, found once for each: a parsed document is kept for the next request. */
export class DocumentTraitsFinder {
  readonly #schema: GraphQLSchema
  readonly #found = new WeakMap<DocumentNode, DocumentTraits>()

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  of(document: DocumentNode): DocumentTraits {
    let traits = this.#found.get(document)
    if (traits === undefined) {
      traits = this.#find(document)
      this.#found.set(document, traits)
    }
    return traits
  }

  #find(document: DocumentNode): DocumentTraits {
    const types = new TypeInfo(this.#schema)
    const variables = new Set<string>()
    let perViewer = false
    const visitor: ASTVisitor = {
      // biome-ignore-start lint/style/useNamingConvention: the names of GraphQL's nodes
      Field: ({ name }) => {
        perViewer ||= this.#fieldsOf(types, name.value).some((field) => field?.extensions.perViewer === true)
      },
      Argument: () => {
        const choosesEvents = types.getDirective() == null && types.getFieldDef()?.extensions.choosesEvents === true
        return choosesEvents ? false : undefined
      },
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        variables.add(name.value)
      },
      // biome-ignore-end lint/style/useNamingConvention: see above
    }
    visit(document, visitWithTypeInfo(types, visitor))
    return { perViewer, variables: [...variables].sort() }
  }

  /** Of an interface's field, those of all types that implement it: one of them answers. */
  #fieldsOf(types: TypeInfo, name: string): readonly (Field | null | undefined)[] {
    const parent = types.getParentType()
    const own = types.getFieldDef() as Field | null | undefined
    if (!isAbstractType(parent)) return [own]
    return [own, ...this.#schema.getPossibleTypes(parent).map((type) => type.getFields()[name])]
  }
}
