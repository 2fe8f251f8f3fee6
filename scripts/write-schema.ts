// npm run schema: docs/policy.schema.json, from the registered controls.
import { writeFileSync } from 'node:fs'
import { manifestJsonSchema } from '#trust/policy/policy.ts'
import { controls } from '../src/product.ts'

writeFileSync(new URL('../docs/policy.schema.json', import.meta.url), JSON.stringify(manifestJsonSchema(controls), null, 2) + '\n')
