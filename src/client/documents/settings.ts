import { graphql } from '../gql/gql.ts'

export const Settings = graphql(/* GraphQL */ `
  query Settings {
    settings {
      backoffFactor
      changed
      circuitBreakerThreshold
      circuitBreakerTimeout
      concurrency
      downloadAttemptTimeout
      downloadBandwidthLimit
      downloadChunkSize
      downloadTimeout
      eventRetention
      initialDelay
      maxConcurrentDownloads
      maxDelay
      maxRetries
      retention
    }
  }
`)

export const UpdateSettings = graphql(/* GraphQL */ `
  mutation UpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      ... on UpdateSettingsPayload {
        settings {
          backoffFactor
          changed
          circuitBreakerThreshold
          circuitBreakerTimeout
          concurrency
          downloadAttemptTimeout
          downloadBandwidthLimit
          downloadChunkSize
          downloadTimeout
          eventRetention
          initialDelay
          maxConcurrentDownloads
          maxDelay
          maxRetries
          retention
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)
