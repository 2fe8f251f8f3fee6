// npm run schema: what editors complete from. docs/policy.schema.json from the registered controls, one more for each YAML file of a course.
import { writeFileSync } from 'node:fs'
import { manifestJsonSchema } from '#trust/policy/policy.ts'
import { courseJsonSchemas } from '#school/courses/courses.ts'
import { controls } from '../src/product.ts'

for (const [name, schema] of Object.entries({ policy: manifestJsonSchema(controls), ...courseJsonSchemas() }))
  writeFileSync(new URL(`../docs/${name}.schema.json`, import.meta.url), JSON.stringify(schema, null, 2) + '\n')
