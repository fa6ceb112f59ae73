import { callback } from '@/lib/server/sign-in/callback';

export const GET = callback;
