const EXAMPLE = `export function register(recovery) {
  const options = { maxRetries: 5 }
  recovery.define('greet', greet, options)
}

async function greet({ name }) {
  return 'Hello ' + name
}`

/** What to do first, while there is no operation. */
export function Welcome() {
  return (
    <section class="card overview-welcome" aria-labelledby="welcome">
      <h2 id="welcome">Welcome. There are no operations yet.</h2>
      <p class="muted">
        An operation is one durable run of a function: it is attempted until it succeeds, also when the server is restarted. As
        soon as there is one, this page shows how it does.
      </p>
      <ol class="overview-steps">
        <li>
          <h3>Start an operation</h3>
          <p>Choose a function, such as a download, and say what it is to do.</p>
          <a class="button button-primary" href="/functions">
            Choose a function
          </a>
        </li>
        <li>
          <h3>Bring your own function</h3>
          <p>
            Define it in a file, and start the server with <code>--functions ./my-functions.ts</code>:
          </p>
          <pre class="overview-code">{EXAMPLE}</pre>
        </li>
        <li>
          <h3>Start it from a program</h3>
          <p>Everything here is done by GraphQL. GraphiQL shows what there is and sends it.</p>
          {/* Another page than this one: the server has to answer it. */}
          <a class="button" href="/graphql" target="_top">
            Open GraphiQL
          </a>
        </li>
      </ol>
    </section>
  )
}
