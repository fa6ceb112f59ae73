import 'server-only';
import { openAudit } from '../audit/audit';
import { openAccess } from '../auth/access';
import { ConfigError, config } from '../config';
import { installGuard } from './guard';
import { markGuarded } from './guard-mark';
import { createGate } from './sign-in-gate';
import { subPathProblems } from './sub-path';

const EXIT_CONFIG = 78;

/** Loaded with `node -r` before Next: checks the configuration, then stands before every request. */
function start(): void {
  try {
    const subPath = subPathProblems(__dirname);
    if (subPath.length > 0) throw new ConfigError(subPath);
    const settings = config();
    for (const warning of settings.warnings) process.stderr.write(`eni-atlas: ${warning}\n`);
    openAccess();
    openAudit(process);
    installGuard({ ...settings, gate: settings.authMode === 'none' ? null : createGate(settings) });
    markGuarded();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) process.stderr.write(`eni-atlas: ${problem}\n`);
    process.exit(EXIT_CONFIG);
  }
}

start();
