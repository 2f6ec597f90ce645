import { Sparkline } from '../../components/chart/sparkline.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { functionHref } from '../../hrefs.ts'
import { countText } from '../../text/numbers.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import { ACTIVE_STATES } from '../../text/states.ts'
import { FunctionTags } from './function-tags.tsx'
import { trendText } from './history.ts'
import { type KnownFunction, policyParts } from './policies.ts'
import { type Traffic, useHistory } from './use-functions.ts'

interface FunctionRowProps {
  readonly known: KnownFunction
  readonly traffic: Traffic
}

const DESCRIPTION_LENGTH = 300

export function FunctionRow({ known, traffic }: FunctionRowProps) {
  const { name, description, internal } = known
  return (
    <li class="card function">
      <div class="function-about">
        <div class="row">
          <h2>
            <a href={functionHref(name)}>
              <Foreign text={name} clip={200} />
            </a>
          </h2>
          <FunctionTags known={known} />
        </div>
        {description != null && (
          <p class="function-description">
            <Foreign text={description.slice(0, DESCRIPTION_LENGTH)} />
          </p>
        )}
        <p class="function-policies muted small">{policyParts(known).join(' · ')}</p>
      </div>
      <Counts known={known} />
      <Trend name={name} traffic={traffic} />
      <div class="function-start">
        {!internal && (
          <a class="button button-small" href={`${functionHref(name)}?start`}>
            Start … <span class="visually-hidden">{name}</span>
          </a>
        )}
      </div>
    </li>
  )
}

function Counts({ known: { name, activeOperations, totalOperations, lightCalls } }: { readonly known: KnownFunction }) {
  return (
    <dl class="function-counts small">
      <div>
        <dt>Active</dt>
        <dd class="number">
          <a href={operationsHref({ functions: [name], states: ACTIVE_STATES })}>
            {countText(activeOperations)} <span class="visually-hidden">active operations of {name}</span>
          </a>
        </dd>
      </div>
      <div>
        <dt>Ever</dt>
        <dd class="number">
          <a href={operationsHref({ functions: [name] })}>
            {countText(totalOperations)} <span class="visually-hidden">operations of {name}</span>
          </a>
        </dd>
      </div>
      {lightCalls > 0 && (
        <div title="Calls that succeeded at once, so that no operation was made of them">
          <dt>Light calls</dt>
          <dd class="number">{countText(lightCalls)}</dd>
        </div>
      )}
    </dl>
  )
}

const DAY = { windowMs: 86_400_000, spanMs: 3_600_000 }

/** A day as a line, and the same in words. */
function Trend({ name, traffic }: { readonly name: string; readonly traffic: Traffic }) {
  const data = useHistory({ name, traffic, ...DAY }).data.value
  if (data === null) return <div class="function-trend" />
  const spans = data.timeSeries
  return (
    <div class="function-trend small">
      <Sparkline values={spans.map(({ succeeded }) => succeeded)} colorToken="--chart-2" width={140} height={26} />
      <span class="muted number">{trendText(spans)}</span>
    </div>
  )
}
