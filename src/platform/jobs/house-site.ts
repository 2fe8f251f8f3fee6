/** The site under which the work of the whole house is kept. No school can have this name: a slug begins with a letter. */
export const houseSite = '-'
