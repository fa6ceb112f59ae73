import createNextIntlPlugin from 'next-intl/plugin';

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

export default createNextIntlPlugin('./lib/i18n/request.ts')(nextConfig);
