import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';

await ensureInstalled();
const { unit, tools } = await runChecks({ isQuick: true });
process.exit([unit, ...tools].every(({ isPassed }) => isPassed) ? 0 : 1);
