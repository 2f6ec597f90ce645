import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Cost, CostRule } from './cost.ts'

/** Variables as graphql-js has coerced them. */
type Variables = NonNullable<Parameters<typeof getArgumentValues>[2]>

/** How much a part of a request asks for. */
export interface RequestSize {
  /** Field values in the answer, estimated. */
  readonly cost: number
  readonly depth: number
  /** The same for fields under `__schema` and `__type`, which do not count in `depth`. */
  readonly introspectionDepth: number
  /** Fields under another name than their own, each as often as fragments repeat it. */
  readonly aliases: number
}

const NOTHING: RequestSize = { cost: 0, depth: 0, introspectionDepth: 0, aliases: 0 }
/** Selections nested deeper are not looked into (the stack is finite), and count as too deep for any limit. */
const DEEPEST = 200
const TOO_DEEP: RequestSize = { cost: 0, depth: DEEPEST, introspectionDepth: DEEPEST, aliases: 0 }

const DEFAULT_LENGTH = 10
/** The lists of the schema's own description (fields of a type, values of an enum) are shorter. */
const INTROSPECTION_LENGTH = 5

/** Where selections stand. */
interface Place {
  readonly type: GraphQLCompositeType
  /** How many items the page holds, when `type` is a connection. */
  readonly length?: number | undefined
  readonly level: number
}

/** Sizes up the selections of one document, which must be valid. Each is looked at once, however often fragments repeat it. */
export class RequestMeter {
  readonly #schema: GraphQLSchema
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly #variables: Variables
  readonly #known = new Map<SelectionSetNode, Map<string, RequestSize>>()

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.#schema = schema
    this.#variables = variables
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  measure(set: SelectionSetNode, type: GraphQLCompositeType): RequestSize {
    return this.#selections(set, { type, level: 1 })
  }

  #selections(set: SelectionSetNode, place: Place): RequestSize {
    if (place.level > DEEPEST) return TOO_DEEP
    const known = this.#known.get(set) ?? new Map<string, RequestSize>()
    this.#known.set(set, known)
    const key = `${place.type.name} ${place.length}`
    const size = known.get(key) ?? set.selections.map((selection) => this.#selection(selection, place)).reduce(together, NOTHING)
    known.set(key, size)
    return size
  }

  #selection(selection: SelectionNode, place: Place): RequestSize {
    if (selection.kind === Kind.FIELD) return this.#field(selection, place)
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection
    if (fragment === undefined) return NOTHING
    const condition = fragment.typeCondition && this.#schema.getType(fragment.typeCondition.name.value)
    const type = isCompositeType(condition) ? condition : place.type
    return this.#selections(fragment.selectionSet, { ...place, type, level: place.level + 1 })
  }

  #field(node: FieldNode, place: Place): RequestSize {
    const field = this.#schema.getField(place.type, node.name.value)
    if (field === undefined) return NOTHING
    const { own = 1, length } = this.#costOf(field, node)
    const type = getNamedType(field.type)
    const isList = isListType(getNullableType(field.type))
    const inside =
      node.selectionSet === undefined || !isCompositeType(type)
        ? NOTHING
        : this.#selections(node.selectionSet, { type, length: isList ? undefined : length, level: place.level + 1 })
    const times = isList ? (length ?? place.length ?? usualLength(place.type)) : 1
    const isIntrospection = node.name.value === '__schema' || node.name.value === '__type'
    return {
      cost: own + times * inside.cost,
      depth: isIntrospection ? 1 : inside.depth + 1,
      introspectionDepth: isIntrospection ? inside.depth + 1 : inside.introspectionDepth,
      aliases: inside.aliases + (node.alias === undefined ? 0 : 1),
    }
  }

  #costOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Cost {
    const rule = (field.extensions as { readonly cost?: CostRule<object> }).cost ?? {}
    if (typeof rule !== 'function') return rule
    try {
      return rule(getArgumentValues(field, node, this.#variables))
    } catch {
      // The arguments are wrong: the execution will say so, and runs nothing.
      return {}
    }
  }
}

function usualLength({ name }: GraphQLCompositeType): number {
  return name.startsWith('__') ? INTROSPECTION_LENGTH : DEFAULT_LENGTH
}

function together(a: RequestSize, b: RequestSize): RequestSize {
  return {
    cost: a.cost + b.cost,
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    aliases: a.aliases + b.aliases,
  }
}
