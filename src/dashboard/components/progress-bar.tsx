import { type ProgressValues, progressTexts, progressWords } from '../text/progress.ts'
import { Foreign } from './foreign.tsx'

interface ProgressBarProps {
  readonly progress: ProgressValues
  /** What it is the progress of, for who does not see it. */
  readonly label: string
  /** Whether it is known to go on: a bar without a known end moves then. */
  readonly isRunning?: boolean
}

/** A bar with what is known beside it: part, amounts, rate, time left, stage. */
export function ProgressBar({ progress, label, isRunning = true }: ProgressBarProps) {
  const { fraction } = progress
  const value = typeof fraction === 'number' ? Math.min(1, Math.max(0, fraction)) : null
  return (
    <div class="progress">
      {value === null && !isRunning ? null : <progress max={1} aria-label={label} {...(value !== null && { value })} />}
      <div class="progress-text">
        {progressTexts(progress).map((text) => (
          <span key={text}>{text}</span>
        ))}
        {progressWords(progress).map((text) => (
          <Foreign key={text} text={text} clip={120} />
        ))}
      </div>
    </div>
  )
}
