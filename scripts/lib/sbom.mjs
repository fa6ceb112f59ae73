import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * The packages that a release is made of, by the lockfile, as CycloneDX. Not `--omit dev`: npm then leaves out what tools of
 * development need too, such as jose.
 * @param {{ name: string; version: string }[]} within what the release has
 */
export async function cycloneDx(within) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const { code, output } = await run('npm', [...args, '--package-lock-only', '--loglevel=error'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (code !== 0) throw new Error(`npm sbom ended with ${code}`);
  const bom = JSON.parse(output);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // npm calls the whole by the folder that it stands in.
  bom.metadata.component = { ...bom.metadata.component, name, version, properties: [] };
  const names = new Set(within.map((each) => `${each.name}@${each.version}`));
  const isIn = (component) => names.has(`${component.name}@${component.version}`);
  const left = new Set(bom.components.filter(isIn).map((component) => component['bom-ref']));
  left.add(bom.metadata.component['bom-ref']);
  return {
    ...bom,
    components: bom.components.filter(isIn),
    dependencies: bom.dependencies
      .filter(({ ref }) => left.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => left.has(each)) })),
  };
}
