import 'server-only';

/** As sysexits.h has it: the software is at fault. */
const EXIT_SOFTWARE = 70;

/**
 * Starts everything that a server process needs, or ends the process with code 70. Next would go on without it, and
 * answer 500 to everything, so any import of the start itself has to fail in here.
 */
export async function startOrEnd(): Promise<void> {
  try {
    const { startServer } = await import('./start');
    startServer();
  } catch (error) {
    const [words] = String(error).split('\n');
    process.stderr.write(`eni-atlas: it cannot start: ${words}\n`);
    process.exit(EXIT_SOFTWARE);
  }
}
