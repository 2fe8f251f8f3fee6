// Learning: the pages of someone who learns. What is known and changed there stands in courses, enrolment and assessment.
import { anonymiseCourseFigures } from './figures/controls.ts'

export { routes } from './routes.tsx'
export { messages } from './messages.ts'
export { readActivity } from './activity.ts'
export { seedLearning } from './seed-learning.ts'
export { showLesson } from './show-lesson.ts'
export { showMyLearning, showRun } from './show-my-learning.ts'
export const controls = [anonymiseCourseFigures]
