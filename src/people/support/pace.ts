const day = 86_400_000

/** Milliseconds as days and their tenths: 1.5. Less than a tenth is a tenth, so that nothing looks as if it took no time. */
export const inDays = (milliseconds: number): number => Math.max(0.1, Math.round(milliseconds / day * 10) / 10)
