const day = 86_400_000

/** The end of the working day on which an answer is promised: Monday to Friday, counted from the day after, as the school's clock in Almaty has it. */
export function answerBy(sent: Date, days: number): Date {
  let [at, left] = [sent, days]
  while (left > 0) {
    at = new Date(at.getTime() + day)
    if (![0, 6].includes(new Date(`${localDate(at)}T00:00Z`).getUTCDay())) left--
  }
  return new Date(`${localDate(at)}T23:59:59.999+05:00`)
}

const localDate = (moment: Date) => moment.toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' })
