import { z } from 'zod'
import { AssignmentYaml, CourseYaml, LabelsYaml, TestYaml, TrajectoriesYaml } from './schemas.ts'

const files = {
  'course': ['Senim: course.yaml, what a course is', CourseYaml],
  'test': ['Senim: test.yaml, the test of a course', TestYaml],
  'assignment': ['Senim: assignment.yaml, the assignment of a course', AssignmentYaml],
  'figure-words': ['Senim: figures/<name>.yaml, the words of a figure in three languages', LabelsYaml],
  'trajectories': ['Senim: trajectories.yaml, ordered paths through the courses of a school', TrajectoriesYaml],
} satisfies Record<string, [title: string, schema: z.ZodType]>

/** docs/<name>.schema.json for each YAML file of a course folder: what editors complete from. What only a whole course can judge is not in them. */
export const courseJsonSchemas = (): Record<string, object> => Object.fromEntries(Object.entries(files).map(([name, [title, schema]]) =>
  [name, { ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'ref' }), title }]))
