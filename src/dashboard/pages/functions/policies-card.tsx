import { BreakerState } from '../../components/breaker-state.tsx'
import { Foreign } from '../../components/foreign.tsx'
import { breakerHref } from '../../hrefs.ts'
import { countText } from '../../text/numbers.ts'
import { operationsHref } from '../../text/operation-filter.ts'
import { ACTIVE_STATES } from '../../text/states.ts'
import { type KnownFunction, policyFacts } from './policies.ts'

/** How it is retried and bounded, and how much it does. */
export function PoliciesCard({ known }: { readonly known: KnownFunction }) {
  const { name, circuitBreaker, activeOperations, totalOperations, lightCalls } = known
  return (
    <section class="card" aria-labelledby="function-policies">
      <div class="card-head">
        <h2 id="function-policies">Policies</h2>
      </div>
      <dl class="facts function-facts">
        {policyFacts(known).map((fact) => (
          <Fact key={fact.name} {...fact}>
            <Foreign text={fact.value} />
          </Fact>
        ))}
        <Fact name="Circuit breaker" meaning={circuitBreaker == null ? 'It is attempted whatever happened before.' : ''}>
          {circuitBreaker == null ? (
            'none'
          ) : (
            <span class="row">
              <a href={breakerHref(circuitBreaker.scope)}>
                <Foreign text={circuitBreaker.scope} clip={80} />
              </a>
              <BreakerState breaker={circuitBreaker} />
            </span>
          )}
        </Fact>
        <Fact name="Active operations" meaning="">
          <a href={operationsHref({ functions: [name], states: ACTIVE_STATES })}>{countText(activeOperations)}</a>
        </Fact>
        <Fact name="Operations ever" meaning="">
          <a href={operationsHref({ functions: [name] })}>{countText(totalOperations)}</a>
        </Fact>
        {lightCalls > 0 && (
          <Fact name="Light calls" meaning="They succeeded at once, so that no operation was made of them.">
            {countText(lightCalls)}
          </Fact>
        )}
      </dl>
    </section>
  )
}

interface FactProps {
  readonly name: string
  readonly meaning: string
  readonly children: preact.ComponentChildren
}

function Fact({ name, meaning, children }: FactProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span class="number">{children}</span> {meaning !== '' && <span class="muted tiny">{meaning}</span>}
      </dd>
    </>
  )
}
