const START_DOWNLOAD = `# Start a download into the download folder, then follow it in the next tab.
mutation StartDownload {
  startOperation(
    input: {
      functionName: "download"
      input: { url: "https://raw.githubusercontent.com/nodejs/node/main/README.md", destination: "README.md" }
    }
  ) {
    ... on StartOperationPayload {
      operation { id state availableActions }
      deduplicated
    }
    ... on Error { code message }
  }
}
`

const FOLLOW = `# Everything that happens, live. Press play, then start something in another tab.
# Pass after: "<cursor>" to be told what you missed first.
subscription Follow {
  recoveryUpdate {
    cursor
    operationId
    functionName
    state
    attempt
    maxAttempts
    error
    nextAttemptAt
    progress { fraction current total unit message }
  }
}
`

const LIST = `# What needs attention: operations that wait for a retry or gave up.
query Operations {
  operations(first: 20, filter: { states: [RECOVERING, FAILED, EXHAUSTED, PAUSED] }) {
    totalCount
    eventCursor
    edges {
      node {
        id
        functionName
        state
        attempt
        maxAttempts
        nextAttemptAt
        error { message category remedy }
        availableActions
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`

const INSPECT = `# One operation with its history. Put its id into the variables below.
query Inspect($id: ID!) {
  operation(id: $id) {
    id
    functionName
    state
    input
    result
    error { message remedy retryable }
    attempts(last: 10) { edges { node { number outcome duration error { message } } } }
    steps { name finishedAt }
    events(last: 20) { edges { node { timestamp type state attempt error actor } } }
  }
}
`

const CONTROL = `# Retry, pause, resume or cancel. Choose the operation to run beside the play button.
mutation Retry($id: ID!) {
  retryOperation(input: { id: $id, force: true }) {
    ... on RetryOperationPayload { retryId operation { id state } }
    ... on Error { code message }
  }
}

mutation Pause($id: ID!) {
  pauseOperation(input: { id: $id }) {
    ... on PauseOperationPayload { operation { id state } }
    ... on Error { code message }
  }
}

mutation Resume($id: ID!) {
  resumeOperation(input: { id: $id }) {
    ... on ResumeOperationPayload { operation { id state } }
    ... on Error { code message }
  }
}

mutation Cancel($id: ID!) {
  cancelOperation(input: { id: $id, reason: "No longer needed" }) {
    ... on CancelOperationPayload { operation { id state } }
    ... on Error { code message }
  }
}
`

const STATUS = `# How it goes, and what can be run.
query Status {
  recoveryStatus {
    version
    store
    uptime
    activeOperations
    totalOperations
    recoveredOperations
    failedOperations
    averageRecoveryTime
    byState { state count }
  }
  functions { name description maxAttempts strategy activeOperations }
}
`

const SETTINGS = `# Change settings without a restart: null gives one back its configured value.
mutation Tune {
  updateSettings(input: { maxRetries: 8, downloadBandwidthLimit: 5000000 }) {
    ... on UpdateSettingsPayload { settings { maxRetries downloadBandwidthLimit maxConcurrentDownloads changed } }
    ... on Error { code message }
  }
}

query Settings {
  settings { maxRetries initialDelay backoffFactor maxDelay concurrency retention eventRetention changed }
}
`

/** What GraphiQL shows at its first opening: one tab each, with the variables it needs. */
export const EXAMPLES: readonly { readonly query: string; readonly variables?: string }[] = [
  { query: START_DOWNLOAD },
  { query: FOLLOW },
  { query: LIST },
  { query: INSPECT, variables: '{ "id": "op_…" }\n' },
  { query: CONTROL, variables: '{ "id": "op_…" }\n' },
  { query: STATUS },
  { query: SETTINGS },
]
