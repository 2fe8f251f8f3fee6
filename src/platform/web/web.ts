// Web: what every page and form goes through. Modules import this file in their routes.tsx and nowhere else.
export { chosenLocale, createApp, type Ground, type Product, type Visit } from './app.ts'
export { withContract } from './openapi.ts'
export { AlreadyDone } from './once.ts'
export { action, api, page, raw, Redraw, refusedFor, type Access, type ApiRoute, type At, type Cookie, type Drawn, type Outcome, type Route, type Sample } from './route.ts'
export { hereOf } from './run-page.ts'
export { forgetSendings } from './once.ts'
export { readForm, readSent } from './read-body.ts'
