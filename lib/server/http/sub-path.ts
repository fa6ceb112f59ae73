import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Settings of Next that put a build below a path, or its files elsewhere. */
const SETTINGS = ['basePath', 'assetPrefix'] as const;

/**
 * Why the build in a folder may not be started, a line each: it is for a sub-path, where the guard would take /sub/api
 * for a page and would answer no probe. Next writes its settings next to the build; a folder without them has no build
 * to check, like that of the dev server, whose settings next.config.mjs checks itself.
 * docs/decisions/0065-no-sub-path.md
 */
export function subPathProblems(folder: string): string[] {
  const file = join(folder, 'required-server-files.json');
  if (!existsSync(file)) return [];
  const { config }: { config?: Record<string, unknown> } = JSON.parse(readFileSync(file, 'utf8'));
  return SETTINGS.filter((name) => (config?.[name] ?? '') !== '').map(
    (name) =>
      `${name}: this build is for ${JSON.stringify(config?.[name])}, where the guard does not know the API from pages. ` +
      'Allowed: a build without it. Give the dashboard a host name of its own.',
  );
}
