import { logout } from '@/lib/server/sign-in/logout';

export const POST = logout;
