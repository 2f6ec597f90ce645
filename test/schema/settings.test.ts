import { expect, test } from 'vitest'
import { toGraphQLError } from '../../schema/error-formatting.ts'
import { registerTunedDownload } from '../../src/functions/download-settings.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { testApi } from './harness.ts'

const UPDATE = `mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) {
  __typename
  ... on UpdateSettingsPayload { settings { maxRetries initialDelay maxDelay changed } }
  ... on InvalidInputError { code field message }
} }`

test('the settings of an engine are those that it was configured with', async () => {
  const { data } = await testApi({ defaults: { maxRetries: 5 }, retention: { events: null } })
  const fields = `maxRetries initialDelay backoffFactor maxDelay concurrency circuitBreakerThreshold circuitBreakerTimeout
    retention eventRetention maxConcurrentDownloads downloadBandwidthLimit downloadTimeout downloadAttemptTimeout downloadChunkSize
    changed`
  expect(await data(`{ settings { ${fields} } }`)).toEqual({
    settings: {
      maxRetries: 5,
      initialDelay: 1000,
      backoffFactor: 2,
      maxDelay: 60_000,
      concurrency: 64,
      circuitBreakerThreshold: 5,
      circuitBreakerTimeout: 300_000,
      retention: 30 * 86_400_000,
      eventRetention: null,
      maxConcurrentDownloads: null,
      downloadBandwidthLimit: null,
      downloadTimeout: null,
      downloadAttemptTimeout: null,
      downloadChunkSize: null,
      changed: [],
    },
  })
})

test('settings are changed, what is left out stays, and null resets', async () => {
  const { data } = await testApi({ defaults: { maxRetries: 5 } })
  const changed = await data(UPDATE, { input: { maxRetries: 8, initialDelay: '5s' } })
  const after = { maxRetries: 8, initialDelay: 5000, maxDelay: 60_000, changed: ['maxRetries', 'initialDelay'] }
  expect(changed).toEqual({ updateSettings: { __typename: 'UpdateSettingsPayload', settings: after } })
  expect(await data('{ recoveryStatus { maxRetries } }')).toEqual({ recoveryStatus: { maxRetries: 8 } })
  expect(await data(UPDATE, { input: { maxRetries: null } })).toMatchObject({
    updateSettings: { settings: { maxRetries: 5, initialDelay: 5000, changed: ['initialDelay'] } },
  })
})

test('what was configured is told beside what was changed', async () => {
  const { data } = await testApi({ defaults: { maxRetries: 5 } })
  await data(UPDATE, { input: { maxRetries: 8 } })
  expect(await data('{ settings { maxRetries configured { maxRetries initialDelay changed } } }')).toEqual({
    settings: { maxRetries: 8, configured: { maxRetries: 5, initialDelay: 1000, changed: [] } },
  })
})

test.each([
  [{ maxRetries: -1 }, 'maxRetries'],
  [{ concurrency: 0 }, 'concurrency'],
  [{ backoffFactor: 0.5 }, 'backoffFactor'],
  [{ initialDelay: '2d' }, 'initialDelay'],
  [{ retention: 5 }, 'retention'],
  [{ maxDelay: 500, initialDelay: 1000 }, 'maxDelay'],
  [{ maxDelay: '31d' }, 'maxDelay'],
  [{ maxRetries: 1001 }, 'maxRetries'],
  [{ backoffFactor: 101 }, 'backoffFactor'],
  [{ concurrency: 10_001 }, 'concurrency'],
  [{ circuitBreakerThreshold: 0 }, 'circuitBreakerThreshold'],
  [{ circuitBreakerTimeout: 0 }, 'circuitBreakerTimeout'],
  [{ eventRetention: 999 }, 'eventRetention'],
  [{ maxConcurrentDownloads: 5 }, 'maxConcurrentDownloads'],
])('%o is refused, naming %s, and nothing is changed', async (input, field) => {
  const { data } = await testApi()
  const refused = await data(UPDATE, { input: { concurrency: 5, ...input } })
  expect(refused).toMatchObject({ updateSettings: { __typename: 'InvalidInputError', code: 'INVALID_INPUT', field } })
  expect(await data('{ settings { changed } }')).toEqual({ settings: { changed: [] } })
})

test.each([
  [{ maxConcurrentDownloads: 0 }, 'maxConcurrentDownloads'],
  [{ downloadBandwidthLimit: 0.5 }, 'downloadBandwidthLimit'],
  [{ downloadTimeout: 999 }, 'downloadTimeout'],
  [{ downloadAttemptTimeout: '31d' }, 'downloadAttemptTimeout'],
  [{ downloadChunkSize: 8191 }, 'downloadChunkSize'],
  [{ downloadChunkSize: 67_108_865 }, 'downloadChunkSize'],
])('%o of the downloads is refused, naming %s', async (input, field) => {
  const { recovery, clock, data } = await testApi({ open: false })
  const limits = {
    ...{ maxConcurrentDownloads: 3, downloadBandwidthLimit: 0, downloadTimeout: 30_000, downloadAttemptTimeout: 0 },
    downloadChunkSize: 1_048_576,
  }
  registerTunedDownload(recovery, { directory: await tempFolder(), allowPrivate: false, clock }, limits)
  expect(await data(UPDATE, { input })).toMatchObject({ updateSettings: { __typename: 'InvalidInputError', field } })
})

test.each([
  [{ initialDelay: 'soon' }, 'initialDelay'],
  [{ maxRetries: 1.5 }, 'maxRetries'],
])('%o, which is not of its type, is refused by an error of the request that names %s', async (input, field) => {
  const { rawErrors } = await testApi()
  const errors = (await rawErrors(UPDATE, { input })).map(toGraphQLError)
  expect(errors).toMatchObject([
    { message: expect.stringContaining(`"$input" has invalid value at .${field}:`), extensions: { code: 'INVALID_INPUT' } },
  ])
})
