import { expect, test } from 'vitest'
import { importsOf, violationsOf } from '../../scripts/architecture.ts'

test.each([
  ['a room that its row does not name', 'src/server/http.ts', "import { x } from '../store/sqlite.ts'"],
  ['a room from a folder below', 'src/server/rest/list.ts', "import { x } from '../../store/sqlite.ts'"],
  ['the engine from REST', 'src/server/rest/list.ts', "import type { Recovery } from '../../engine/recovery.ts'"],
  ['REST from the server that it is injected into', 'src/server/http.ts', "import { x } from './rest/list.ts'"],
  ['a room over several lines', 'src/policy/retry.ts', "import {\n  a,\n  b,\n} from '../engine/recovery.ts'"],
  ['a room for its side effects', 'src/policy/retry.ts', "import '../engine/recovery.ts'"],
  ['a room dynamically', 'src/engine/run.ts', "const { x } = await import('../store/memory.ts')"],
  ['a room to export it again', 'src/engine/face.ts', "export { x } from '../store/memory.ts'"],
  ['a whole room', 'src/engine/face.ts', "export * from '../store/memory.ts'"],
  [
    'the domain as values, where only its types are free',
    'src/client/client.ts',
    "import { newOperation } from '../operation/operation.ts'",
  ],
  ['one value among types', 'src/client/client.ts', "import { type Operation, newOperation } from '../operation/operation.ts'"],
  ['the types of another room than the domain', 'src/server/http.ts', "import type { Store } from '../store/store.ts'"],
  ['a package, in a pure room', 'src/operation/event.ts', "import { z } from 'zod'"],
  ["one of Node's modules, in a pure room", 'src/policy/retry.ts', "import { randomInt } from 'node:crypto'"],
  ['the schema, outside a composition root', 'src/server/http.ts', "import { schema } from '../../schema/index.ts'"],
])('importing %s is a violation', (_name, file, source) => {
  expect(violationsOf(file, source)).toHaveLength(1)
})

test.each([
  ['a file of its own room', 'src/store/list.ts', "import { x } from './sqlite/list.ts'"],
  ['the room around it', 'src/server/rest/list.ts', "import { x } from '../replies.ts'"],
  ['a room of its row', 'src/server/http.ts', "import { Recovery } from '../engine/recovery.ts'"],
  ['types of the domain', 'src/client/client.ts', "import type { Operation } from '../operation/operation.ts'"],
  ['types of the domain in a list', 'src/client/client.ts', "import { type A, type B } from '../operation/operation.ts'"],
  ['errors of the domain', 'src/functions/download.ts', "import { InvalidInputError } from '../operation/errors.ts'"],
  ['a package, in a room that may', 'src/store/sqlite.ts', "import Database from 'better-sqlite3'"],
  ['the schema, in the composition root', 'src/main.ts', "import { schema } from '../schema/index.ts'"],
  ['the schema, in a benchmark', 'bench/rest.ts', "import { schema } from '../schema/index.ts'"],
  ['anything, in a test', 'test/engine/a.test.ts', "import { x } from '../../src/store/memory.ts'"],
])('importing %s is allowed', (_name, file, source) => {
  expect(violationsOf(file, source)).toEqual([])
})

test('a violation says where it is, which row it breaks, and why the row is as it is', () => {
  const source = "// what follows is wrong\nimport { x } from '../store/sqlite.ts'\n"
  expect(violationsOf('src/server/http.ts', source)).toEqual([
    'src/server/http.ts:2 imports ../store/sqlite.ts: the row of src/server/ allows src/engine/, src/operation/, and the ' +
      'types and errors of src/operation/: the server is given a GraphQLSchema and a Recovery and reaches around neither; ' +
      'of the domain it knows callers and their roles',
  ])
})

test('a folder without a row is a violation', () => {
  expect(violationsOf('src/kitchen/sink.ts', '')).toEqual([
    'src/kitchen/sink.ts: no row of scripts/rooms.ts names its room; add one that says what it may import',
  ])
})

test('words in comments and texts are no imports', () => {
  expect(importsOf(" * import { x } from '../store/a.ts'\n// import './a.ts'\nconst text = 'import from there'\n")).toEqual([])
})
