/** The event that a page fires when the dashboard says that it has no signed-in person. */
export const SIGNED_OUT = 'eni-atlas:signed-out';
