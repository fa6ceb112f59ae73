import 'server-only';

const DEEPEST = 40;

function isSegment(value: unknown): boolean {
  return (
    typeof value === 'string' || (Array.isArray(value) && value.length === 4 && typeof value[0] === 'string')
  );
}

function isTree(value: unknown, depth: number): boolean {
  if (depth > DEEPEST || !Array.isArray(value) || !isSegment(value[0])) return false;
  const children: unknown = value[1];
  if (typeof children !== 'object' || children === null || Array.isArray(children)) return false;
  return Object.values(children).every((child) => isTree(child, depth + 1));
}

/** Whether a `Next-Router-State-Tree` header can be one. Next answers others with 500 and a stack in the log. */
export function isRouterState(header: string): boolean {
  try {
    return isTree(JSON.parse(decodeURIComponent(header)), 0);
  } catch {
    return false;
  }
}
