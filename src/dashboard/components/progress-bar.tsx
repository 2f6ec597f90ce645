import { atRest, type ProgressValues, progressTexts, progressWords } from '../text/progress.ts'
import { Foreign } from './foreign.tsx'

interface ProgressBarProps {
  readonly progress: ProgressValues
  /** What it is the progress of, for who does not see it. */
  readonly label: string
  /** Whether it goes on now: else it has no rate, no time left and no stage, and a bar without a known end does not move. */
  readonly isRunning?: boolean
}

/** A bar with what is known beside it: part, amounts, rate, time left, stage. */
export function ProgressBar({ progress, label, isRunning = true }: ProgressBarProps) {
  const { fraction } = progress
  const shown = isRunning ? progress : atRest(progress)
  const value = typeof fraction === 'number' ? Math.min(1, Math.max(0, fraction)) : null
  return (
    <div class="progress">
      {value === null && !isRunning ? null : <progress max={1} aria-label={label} {...(value !== null && { value })} />}
      <div class="progress-text">
        {progressTexts(shown).map((text) => (
          <span key={text}>{text}</span>
        ))}
        {progressWords(shown).map((text) => (
          <Foreign key={text} text={text} clip={120} />
        ))}
      </div>
    </div>
  )
}
