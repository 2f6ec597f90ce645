import { graphql } from '../gql/gql.ts'

export const SelfTest = graphql(/* GraphQL */ `
  mutation RestSelfTest {
    runSelfTest {
      persistenceTest
      strategyTest
      classificationTest
      circuitBreakerTest
      overall
      details {
        name
        passed
        message
      }
    }
  }
`)

export const Scenarios = graphql(/* GraphQL */ `
  query RestScenarios {
    testScenarios {
      id
      name
      description
      category
      durationSeconds
      timeout
      expectedResult
    }
  }
`)

export const RunTests = graphql(/* GraphQL */ `
  mutation RestRunTests($input: RunTestsInput!) {
    runTests(input: $input) {
      operation {
        id
        state
        error {
          message
        }
      }
      report {
        totalTests
        passedTests
        failedTests
        successRate
        testSummary {
          unitTests {
            passed
            failed
            successRate
          }
          integrationTests {
            passed
            failed
            successRate
          }
          performanceTests {
            passed
            failed
            successRate
          }
          endToEndTests {
            passed
            failed
            successRate
          }
        }
        failedTestDetails {
          testName
          error
          category
        }
      }
    }
  }
`)

export const ValidatePerformance = graphql(/* GraphQL */ `
  mutation RestValidatePerformance($input: ValidatePerformanceInput!) {
    validatePerformance(input: $input) {
      operation {
        id
        state
        error {
          message
        }
      }
      report {
        baselineOperationsPerSecond
        recoveryOperationsPerSecond
        performanceImpactPercent
        memoryOverheadMb
        cpuOverheadPercent
        validationPassed
        recommendations
      }
    }
  }
`)

export const RunBenchmark = graphql(/* GraphQL */ `
  mutation RestRunBenchmark($input: RunBenchmarkInput!) {
    runBenchmark(input: $input) {
      operation {
        id
        state
        error {
          message
        }
      }
      report {
        overallScore
        scenarioResults {
          scenario
          successRate
          averageRecoveryTime
          score
        }
        systemMetrics {
          cpuUsagePercent
          memoryUsageMb
          diskIoMbS
        }
      }
    }
  }
`)
