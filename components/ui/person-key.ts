/**
 * A name under which this browser keeps something, for the person who is signed in alone: what one has kept is not the
 * next one's. Without sign-in it is the name itself. The page says who that is, and changes hands only by being loaded.
 */
export function personal(name: string): string {
  const key = typeof document === 'undefined' ? undefined : document.documentElement.dataset.person;
  return key ? `${name}.${key}` : name;
}
