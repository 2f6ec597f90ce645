import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/controls.css'
import './styles/messages.css'
import './styles/operation.css'
import './styles/forced-colors.css'
import { render } from 'preact'
import { App } from './app.tsx'

render(<App />, document.querySelector('#app') as Element)
