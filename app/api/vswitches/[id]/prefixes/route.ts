import { methodNotAllowed } from '@/lib/server/http/handler';
import { toldOf } from '@/lib/server/http/told';
import { readPrefixHolders } from '@/lib/server/vswitch-told';

export const GET = toldOf('vswitch', readPrefixHolders);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
