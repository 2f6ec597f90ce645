import type { Selection } from './selection.ts'

const COLUMNS = ['State', 'Function and id', 'Attempt', 'Progress', 'Next attempt', 'Last error', 'Changed'] as const

/** The names of the columns, and the box that selects all that match. */
export function GridHead({ selection }: { readonly selection: Selection }) {
  const { all } = selection.selected.value
  return (
    <thead class="ops-head">
      <tr aria-rowindex={1} class="ops-columns">
        <th scope="col" class="ops-select">
          <label class="check">
            <input
              type="checkbox"
              aria-label="Select all that match"
              checked={all}
              ref={(box) => {
                if (box !== null) box.indeterminate = !all && !selection.isEmpty
              }}
              onClick={() => {
                if (selection.isEmpty) selection.selectAll()
                else selection.clear()
              }}
            />
          </label>
        </th>
        {COLUMNS.map((name) => (
          <th scope="col" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
