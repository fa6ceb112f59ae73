/**
 * The configuration of Next, which may not put the dashboard below a path: its guard would not know the API from pages
 * there. docs/decisions/0065-no-sub-path.md
 * @template {import('next').NextConfig} T
 * @param {T} config
 * @throws where it does, so that no build is made and no server started
 */
export function onlyAtRoot(config) {
  for (const name of ['basePath', 'assetPrefix'])
    if (config[name])
      throw new Error(
        `${name}: the dashboard works at the root of a host name of its own only, since its guard does not know the API ` +
          'from pages elsewhere. Leave it out. docs/REVERSE_PROXY.md',
      );
  return config;
}
