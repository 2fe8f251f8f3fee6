/** Where a probe lives: beside the school, with the same manifest and machinery and rows of its own, so that nothing it does can touch a real person. */
export const twinName = (site: string) => `probe-${site}`.slice(0, 63)
