import { shortcuts, shortcutsSwitch } from '../state/shortcuts.ts'
import { working } from '../text/key-sequence.ts'
import { Dialog } from './dialog.tsx'

/** The keys that work now. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const isOn = shortcutsSwitch.value === 'on'
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <table>
        <caption class="visually-hidden">Keys and what they do</caption>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {working(shortcuts.value).map(({ keys, label }) => (
            <tr key={keys}>
              <td>
                {keys.split(' ').map((key, index) => (
                  <span key={key}>
                    {index > 0 && ' then '}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => {
            shortcutsSwitch.value = currentTarget.checked ? 'on' : 'off'
          }}
        />
        <span>
          Use keyboard shortcuts (<kbd>?</kbd> always works)
        </span>
      </label>
      <div class="dialog-actions">
        <button type="button" class="button button-primary" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  )
}
