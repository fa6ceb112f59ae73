import 'server-only';

/** As sysexits.h has it: the software is at fault. */
const EXIT_SOFTWARE = 70;

/**
 * Starts what a server process needs, or ends it with code 70. Next would go on without, and answer 500 to everything,
 * so whatever start itself imports has to fail in here.
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
