import { fileURLToPath } from 'node:url';

/** The folder of the installed package, with a slash at its end: these files become one, in its `bin`. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));
