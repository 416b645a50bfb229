/** Enough to have some left when echoes of the same event are put together. */
export const recent = { limit: 15 };
