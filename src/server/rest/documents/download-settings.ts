import { graphql } from '../gql/gql.ts'

graphql(/* GraphQL */ `
  fragment DownloadSettingsFields on RecoverySettings {
    maxRetries
    maxConcurrentDownloads
    downloadBandwidthLimit
    downloadTimeout
    downloadChunkSize
  }
`)

export const Settings = graphql(/* GraphQL */ `
  query RestSettings {
    settings {
      ...DownloadSettingsFields
    }
  }
`)

export const UpdateSettings = graphql(/* GraphQL */ `
  mutation RestUpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      ... on UpdateSettingsPayload {
        settings {
          ...DownloadSettingsFields
        }
      }
      ...ErrorFields
    }
  }
`)
