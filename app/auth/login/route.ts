import { login } from '@/lib/server/sign-in/login';

export const GET = login;
