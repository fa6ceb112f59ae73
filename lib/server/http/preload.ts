import 'server-only';
import { openAudit } from '../audit/audit';
import { openAccess } from '../auth/access';
import { missingFiles } from '../complete';
import { ConfigError, config } from '../config/config';
import { keepWriting } from '../log/log-output';
import { installGuard } from './guard';
import { markGuarded } from './guard-mark';
import { createGate } from './sign-in-gate';
import { subPathProblems } from './sub-path';

const EXIT_CONFIG = 78;
/** As sysexits.h has it: the software is at fault. */
const EXIT_SOFTWARE = 70;

/** Loaded with `node -r` before Next: checks the configuration, then stands before every request. */
function start(): void {
  keepWriting(process);
  // This file is in the folder of the build.
  const [missing, ...others] = missingFiles(`${__dirname}/files.txt`);
  if (missing !== undefined) {
    const more = others.length > 0 ? ` and ${others.length} more files are missing` : ' is missing';
    process.stderr.write(
      `eni-atlas: this copy is not complete: ${missing}${more}. Install or build it again.\n`,
    );
    process.exit(EXIT_SOFTWARE);
  }
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
