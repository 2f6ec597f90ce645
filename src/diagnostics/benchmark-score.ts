/** A recovery that takes no longer than this on average costs no points. */
const TARGET_SECONDS = 1

/**
 * Points from 0 to 100: `100 × success rate × min(1, 1 s / average recovery time)`. So half of the operations recovered
 * is 50 points, and all of them recovered in 2 s on average is 50 points too.
 */
export function scoreOf(successRate: number, averageRecoverySeconds: number): number {
  const speed = averageRecoverySeconds <= TARGET_SECONDS ? 1 : TARGET_SECONDS / averageRecoverySeconds
  return Math.round(successRate * speed * 1000) / 10
}

/** The mean of the scenarios' points. */
export function overallScore(scores: readonly number[]): number {
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
  return Math.round(mean * 10) / 10
}
