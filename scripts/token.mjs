import { TOKEN_HELP, tokenCommand } from './lib/token-command.mjs';
import { UsageError } from './lib/usage-error.mjs';

try {
  tokenCommand(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(
    `${error.message}\n\nnode scripts/token.mjs new --name NAME --scope SCOPE --expires 90d\n${TOKEN_HELP}\n`,
  );
  process.exitCode = 2;
}
