import { readFile } from 'node:fs/promises';
import { root } from './paths.mjs';

/**
 * Every query of the dashboard in deploy/grafana, with Grafana's variables filled in as it would.
 * @returns {Promise<string[]>}
 */
export async function dashboardQueries() {
  const { panels } = JSON.parse(await readFile(`${root}deploy/grafana/eni-atlas.json`, 'utf8'));
  return panels
    .flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
    .map((expr) => expr.replaceAll('$__rate_interval', '5m').replace(/\$(job|region)\b/g, '.*'));
}
