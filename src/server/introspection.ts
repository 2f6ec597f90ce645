import { GraphQLError, specifiedRules, type ValidationRule, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Of names that are nearly right; graphql-js knows it of faulty values of variables too. */
const HIDE = { hideSuggestions: true }

/**
 * Refuses questions about the schema itself, and keeps quiet about names that are nearly right. `__typename` stays: it
 * tells of an answer, not of the schema. The server's own documents are not validated here.
 */
export function useNoIntrospection(): Plugin {
  return {
    onValidate: ({ setValidationFn }) => {
      setValidationFn((schema, document, rules = specifiedRules) => validate(schema, document, [...rules, noIntrospection], HIDE))
    },
    onExecute: ({ args }) => void Object.assign(args, HIDE),
    onSubscribe: ({ args }) => void Object.assign(args, HIDE),
  }
}

const noIntrospection: ValidationRule = (context) => ({
  // biome-ignore lint/style/useNamingConvention: graphql-js calls it by the kind of node
  Field(node) {
    const name = node.name.value
    if (name !== '__schema' && name !== '__type') return
    const message = `Introspection is switched off on this server, so "${name}" cannot be asked for; use the schema that comes with it`
    context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: 'FORBIDDEN' } }))
  },
})
