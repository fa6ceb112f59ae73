/** Turns off what the tools would send home. */
export const quiet = { NEXT_TELEMETRY_DISABLED: '1' };

/**
 * This environment without anything that names an account or configures the dashboard: what builds, demos and tests
 * run in, so that they never meet real keys.
 * @param {Record<string, string>} extra
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(extra = {}) {
  const isOurs =
    /^(ALIBABA_CLOUD_|ALICLOUD_|ALIBABACLOUD_|ENI_ATLAS_|HOSTNAME$|PORT$|NODE_OPTIONS$|NODE_ENV$)/;
  const kept = Object.entries(process.env).filter(([name]) => !isOurs.test(name));
  return { ...Object.fromEntries(kept), ...quiet, HOSTNAME: '127.0.0.1', ...extra };
}
