import { iconOf } from './stylesheet.ts'
import type { Theme } from './themes.ts'

/** The sign of a look, beside the name of its school. */
export const Mark = ({ theme, size = 40 }: { theme: Theme; size?: number }) => <img class="mark-of-school" src={iconOf(theme)} width={size} height={size} alt="" />
