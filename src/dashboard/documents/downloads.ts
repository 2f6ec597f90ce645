import { graphql } from '../gql/gql.ts'

// The page of downloads: runs of the function `download`.

export const DownloadLists = graphql(/* GraphQL */ `
  query DownloadLists($active: Int!, $past: Int!) {
    active: operations(
      filter: { functionNames: ["download"], active: true }
      orderBy: { field: CREATED_AT, direction: ASC }
      first: $active
    ) {
      eventCursor
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          ...DownloadFields
        }
      }
    }
    past: operations(
      filter: { functionNames: ["download"], active: false }
      orderBy: { field: UPDATED_AT, direction: DESC }
      first: $past
    ) {
      pageInfo {
        hasNextPage
      }
      edges {
        node {
          ...DownloadFields
        }
      }
    }
    all: operations(filter: { functionNames: ["download"] }, first: 0) {
      totalCount
    }
    waiting: operations(filter: { functionNames: ["download"], states: [PENDING] }, first: 0) {
      totalCount
    }
    begun: operations(filter: { functionNames: ["download"], states: [IN_PROGRESS, RECOVERING, PAUSED] }, first: 0) {
      totalCount
    }
    completed: operations(filter: { functionNames: ["download"], states: [SUCCESS] }, first: 0) {
      totalCount
    }
    failed: operations(filter: { functionNames: ["download"], states: [FAILED, EXHAUSTED] }, first: 0) {
      totalCount
    }
    functions {
      name
    }
  }

  fragment DownloadFields on Operation {
    id
    state
    attempt
    maxAttempts
    createdAt
    updatedAt
    startedAt
    finishedAt
    nextAttemptAt
    availableActions
    input
    result
    progress {
      fraction
      current
      total
      rate
      stage
    }
    error {
      message
      remedy
    }
    circuitBreaker {
      scope
      state
      forced
    }
  }
`)

export const DownloadUpdates = graphql(/* GraphQL */ `
  subscription DownloadUpdates($after: String) {
    recoveryUpdate(functionName: "download", after: $after) {
      cursor
      type
      operationId
      operation {
        ...DownloadFields
      }
    }
  }
`)

export const StartDownload = graphql(/* GraphQL */ `
  mutation StartDownload($input: JSON!) {
    startOperation(input: { functionName: "download", input: $input }) {
      ... on StartOperationPayload {
        operation {
          ...DownloadFields
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const PauseDownload = graphql(/* GraphQL */ `
  mutation PauseDownload($id: ID!) {
    pauseOperation(input: { id: $id }) {
      ... on PauseOperationPayload {
        operation {
          ...DownloadFields
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const ResumeDownload = graphql(/* GraphQL */ `
  mutation ResumeDownload($id: ID!) {
    resumeOperation(input: { id: $id }) {
      ... on ResumeOperationPayload {
        operation {
          ...DownloadFields
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const CancelDownload = graphql(/* GraphQL */ `
  mutation CancelDownload($id: ID!) {
    cancelOperation(input: { id: $id }) {
      ... on CancelOperationPayload {
        operation {
          ...DownloadFields
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const RetryDownload = graphql(/* GraphQL */ `
  mutation RetryDownload($id: ID!, $force: Boolean!) {
    retryOperation(input: { id: $id, force: $force }) {
      ... on RetryOperationPayload {
        operation {
          ...DownloadFields
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`)

export const DownloadSettings = graphql(/* GraphQL */ `
  query DownloadSettings {
    settings {
      ...DownloadLimits
    }
  }

  fragment DownloadLimits on RecoverySettings {
    maxConcurrentDownloads
    maxRetries
    downloadTimeout
    downloadAttemptTimeout
    downloadBandwidthLimit
    downloadChunkSize
  }
`)

export const UpdateDownloadSettings = graphql(/* GraphQL */ `
  mutation UpdateDownloadSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) {
      ... on UpdateSettingsPayload {
        settings {
          ...DownloadLimits
        }
      }
      ... on InvalidInputError {
        code
        message
        field
      }
    }
  }
`)
