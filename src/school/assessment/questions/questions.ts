// The question bank. A question is stored in two halves: what a browser may know of it, and the answer it may not.
export type { Asked, Given, Key, StoredQuestion } from './question.ts'
export { importQuestions } from './import-questions.ts'
export { writtenQuestions } from './written-questions.ts'
export { questionById, questionIn, latestOf, questionsOfTest, type Placed } from './find-questions.ts'
export { answered, numberIn, givenFrom, readGiven, score, scorer } from './score.ts'
export { inWords, rightAnswer, rightInWords } from './in-words.ts'
export { askedHere, QuestionFields, type AskedHere, type FieldLabels } from './question-fields.tsx'
export { fieldLabels } from './labels.ts'
