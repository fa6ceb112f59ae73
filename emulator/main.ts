import { parseFlags, USAGE } from './flags';
import { type StartOptions, startEmulator } from './server';

const EXIT_CONFIG = 78;

async function main(): Promise<void> {
  let options: StartOptions;
  try {
    options = parseFlags(process.argv.slice(2));
  } catch (error) {
    console.error(`emulator: ${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    process.exit(EXIT_CONFIG);
  }
  try {
    const running = await startEmulator(options);
    console.log(`emulator listening on ${running.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => void running.close().then(() => process.exit(0)));
    }
  } catch (error) {
    console.error(`emulator: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

await main();
