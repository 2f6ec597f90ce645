import type { CodegenConfig } from '@graphql-codegen/cli'

const typed = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: {
    documentMode: 'string',
    importExtension: '.ts',
    useTypeImports: true,
    enumsAsTypes: true,
    strictScalars: true,
    scalars: { ID: 'string', DateTime: 'string', Duration: { input: 'number | string', output: 'number' }, JSON: 'unknown' },
  },
} as const

// `npm run codegen` writes the types of the documents; a test fails when they are not what the schema says.
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'src/client/gql/': { ...typed, documents: 'src/client/documents/*.ts' },
    'src/cli/gql/': { ...typed, documents: 'src/cli/documents/*.ts' },
    'src/dashboard/gql/': { ...typed, documents: 'src/dashboard/documents/*.ts' },
    'src/server/rest/gql/': { ...typed, documents: 'src/server/rest/documents/*.ts' },
    'src/server/socketio/gql/': { ...typed, documents: 'src/server/socketio/documents.ts' },
  },
}

export default config
