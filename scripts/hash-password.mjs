import { passwordCommand } from './lib/password.mjs';
import { UsageError } from './lib/usage-error.mjs';

try {
  await passwordCommand(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
