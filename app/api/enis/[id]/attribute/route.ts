import { readAttribute } from '@/lib/server/eni-told';
import { methodNotAllowed } from '@/lib/server/http/handler';
import { toldOf } from '@/lib/server/http/told';

export const GET = toldOf('eni', readAttribute);

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as HEAD,
  methodNotAllowed as OPTIONS,
  methodNotAllowed as PATCH,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
};
