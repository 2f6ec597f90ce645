import { graphql } from '../gql/gql.ts'

graphql(/* GraphQL */ `
  fragment SettingValues on RecoverySettings {
    maxRetries
    initialDelay
    backoffFactor
    maxDelay
    circuitBreakerThreshold
    circuitBreakerTimeout
    concurrency
    retention
    eventRetention
    maxConcurrentDownloads
    downloadBandwidthLimit
    downloadTimeout
    downloadAttemptTimeout
    downloadChunkSize
  }
`)

graphql(/* GraphQL */ `
  fragment SettingsFields on RecoverySettings {
    ...SettingValues
    changed
    configured {
      ...SettingValues
    }
  }
`)

export const SettingsNow = graphql(/* GraphQL */ `
  query SettingsNow {
    viewer {
      role
      mayAdminister
      authenticated
    }
    settings {
      ...SettingsFields
    }
  }
`)

export const ChangeSettings = graphql(/* GraphQL */ `
  mutation ChangeSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      ... on UpdateSettingsPayload {
        settings {
          ...SettingsFields
        }
      }
      ... on Error {
        code
        message
      }
      ... on InvalidInputError {
        field
      }
    }
  }
`)

export const ServerFacts = graphql(/* GraphQL */ `
  query ServerFacts {
    recoveryStatus {
      version
      store
      persistenceEnabled
      enabled
      uptime
      eventCursor
      servers {
        id
        host
        startedAt
        running
        version
      }
    }
    functions {
      name
      internal
    }
  }
`)

export const RecentAudit = graphql(/* GraphQL */ `
  query RecentAudit($last: Int!) {
    auditTrail(last: $last) {
      edges {
        node {
          cursor
          actor
          action
          timestamp
          data
        }
      }
    }
  }
`)
