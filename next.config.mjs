import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';
import { onlyAtRoot } from './scripts/lib/only-at-root.mjs';

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // `npm run check` does: to do it again would cost every demo half a minute.
  typescript: { ignoreBuildErrors: true },
  productionBrowserSourceMaps: false,
  // Without the optimizer /_next/image answers 404: one fewer way to make the server fetch something.
  images: { unoptimized: true },
  serverExternalPackages: [
    '@alicloud/openapi-core',
    '@alicloud/credentials',
    '@darabonba/typescript',
    'pino',
    'prom-client',
  ],
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1'],
};

const withIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/**
 * Each build also brings what the npm package is made of, a server with its own modules (scripts/lib/package.mjs).
 * `next start` warns of that setting, so it stands only while a build is made.
 */
export default (phase) =>
  withIntl({ ...onlyAtRoot(nextConfig), ...(phase === PHASE_PRODUCTION_BUILD && { output: 'standalone' }) });
