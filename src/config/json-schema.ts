import {toJsonSchema} from '@valibot/to-json-schema'
import {courseSchema} from './course-schema.ts'

/** JSON Schema of `course.yml`, for editors. */
export function courseJsonSchema(): string {
  const schema = toJsonSchema(courseSchema, {typeMode: 'input', errorMode: 'ignore'})
  return `${JSON.stringify({title: 'lectern course.yml', ...schema}, undefined, 2)}\n`
}
