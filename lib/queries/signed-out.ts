/** The event of a page whose dashboard says that nobody is signed in. */
export const SIGNED_OUT = 'eni-atlas:signed-out';
