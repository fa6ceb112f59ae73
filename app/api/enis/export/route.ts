import { isStillSignedIn } from '@/lib/server/auth/still-signed-in';
import { config } from '@/lib/server/config/config';
import { exportEnis } from '@/lib/server/export/export-enis';
import { readExport } from '@/lib/server/export/read-export';
import { handler, methodNotAllowed } from '@/lib/server/http/handler';
import { readParams } from '@/lib/server/http/parameters';

export const GET = handler(async (request, visit) => {
  const { search, options } = readExport(readParams(request));
  // Next knows itself by the address that it listens on; the guard has verified that Host is one of ours.
  const origin = config().publicUrl ?? `http://${request.headers.get('host') ?? 'localhost'}`;
  const scope = await visit.scope(search, { role: 'exporter' });
  return exportEnis(search, scope, options, {
    trace: visit.trace,
    gone: request.signal,
    origin: new URL(origin).origin,
    isSignedOut: () => !isStillSignedIn(visit.asker, config().sessionLasts),
  });
});

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
