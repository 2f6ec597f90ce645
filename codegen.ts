import type { CodegenConfig } from '@graphql-codegen/cli'

// `npm run codegen` writes the types of the client's documents; a test fails when they are not what the schema says.
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'src/client/documents.ts',
  generates: {
    'src/client/gql/': {
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
    },
  },
}

export default config
