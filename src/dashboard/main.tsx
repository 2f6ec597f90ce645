import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/messages.css'
import './styles/operation.css'
import './styles/forced-colors.css'
import { render } from 'preact'
import { App } from './app.tsx'

// Read by itself, an address that begins with two slashes names another server, and the router could not read it.
const path = location.pathname.replace(/^\/+/, '/')
if (path !== location.pathname) history.replaceState(null, '', path + location.search)
render(<App />, document.querySelector('#app') as Element)
