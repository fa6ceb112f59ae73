import { notFound } from 'next/navigation';
import { Resume } from '@/components/sign-in/resume';
import { signInContext } from '@/lib/server/sign-in/page-context';

export default function Page() {
  if (signInContext() === null) notFound();
  return <Resume />;
}
