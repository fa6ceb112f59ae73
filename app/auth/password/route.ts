import { password } from '@/lib/server/sign-in/password';

export const POST = password;
