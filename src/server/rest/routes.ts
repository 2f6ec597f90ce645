import { CONTROL_ROUTES } from './control-routes.ts'
import { DIAGNOSTICS_ROUTES } from './diagnostics-routes.ts'
import { DOWNLOAD_ROUTES } from './download-routes.ts'
import { DOWNLOAD_SETTINGS_ROUTES } from './download-settings-routes.ts'
import { MEASUREMENT_ROUTES } from './measurement-routes.ts'
import { OPERATION_ROUTES } from './operation-routes.ts'
import { PERFORMANCE_ROUTE } from './performance-route.ts'
import type { Route } from './route.ts'
import { STATUS_ROUTE } from './status-route.ts'

/** Everything that REST can be asked. Of two that fit a path the first one is taken. */
export const ROUTES: readonly Route[] = [
  STATUS_ROUTE,
  ...OPERATION_ROUTES,
  ...CONTROL_ROUTES,
  PERFORMANCE_ROUTE,
  ...MEASUREMENT_ROUTES,
  ...DIAGNOSTICS_ROUTES,
  ...DOWNLOAD_SETTINGS_ROUTES,
  ...DOWNLOAD_ROUTES,
]
