import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripIgnoredCharacters } from 'graphql'
import type { Plugin } from 'vite'

/** What the code generator writes beside the documents: a document by its source. */
interface Generated {
  graphql(source: string): unknown
}

const IMPORT = /^import \{ graphql \} from '(\..*\/gql\/gql\.ts)'$/m
const CALL = /\bgraphql\(\s*\/\* GraphQL \*\/\s*`([^`\\$]*(?:\$(?!\{)[^`\\$]*)*)`,?\s*\)/g

/**
 * Puts each GraphQL document in the place of the call that looks it up, as a string without blanks. The map that the code
 * generator writes holds all documents, so that every page would load those of all others.
 */
export function inlineDocuments(): Plugin {
  return {
    name: 'inline-documents',
    enforce: 'pre',
    async transform(code, id) {
      const specifier = IMPORT.exec(code)?.[1]
      if (specifier === undefined) return null
      const file = path.resolve(path.dirname(id), specifier)
      const generated = (await import(pathToFileURL(file).href)) as Generated
      return { code: withDocuments(code, generated), map: null }
    },
  }
}

/** The code with its documents in it. Throws when one is not known to the generator, or is not written as the others. */
export function withDocuments(code: string, { graphql }: Generated): string {
  const replaced = code.replace(IMPORT, '').replace(CALL, (_, source: string, at: number, whole: string) => {
    const document = graphql(source)
    if (!(document instanceof String)) throw new Error(`A document is not known; run npm run codegen: ${source.trim()}`)
    // A fragment is in the documents that use it. Left here, it would be taken for a directive of the module.
    const isAlone = (whole[at - 1] ?? '\n') === '\n'
    return isAlone ? '' : JSON.stringify(stripIgnoredCharacters(document.toString()))
  })
  const left = /\bgraphql\(.*/.exec(replaced)?.[0]
  if (left !== undefined) throw new Error(`Write the document as graphql(/* GraphQL */ \`…\`), without \${} and \\: ${left}`)
  return replaced
}
