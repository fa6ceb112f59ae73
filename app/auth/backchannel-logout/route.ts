import { backchannelLogout } from '@/lib/server/sign-in/backchannel-logout';

export const POST = backchannelLogout;
