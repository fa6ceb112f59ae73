import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../../scripts/lib/paths.mjs';

/** An object of Kubernetes, as it is sent to a cluster. */
export type Manifest = { apiVersion: string; kind: string; metadata: { name: string } };

/**
 * Renders the example of `deploy/kubernetes` by kubectl, in a copy that has the secrets which the docs have people make.
 * @param edit changes the copy before
 */
export function renderExample(edit: (folder: string) => void = () => {}): Manifest[] {
  const folder = mkdtempSync(join(tmpdir(), 'eni-atlas-kubernetes-'));
  try {
    cpSync(`${root}deploy/kubernetes`, folder, { recursive: true });
    const secrets = join(folder, 'example/secrets');
    mkdirSync(secrets, { recursive: true });
    for (const name of ['session-keys', 'client-secret', 'redis-secret'])
      writeFileSync(join(secrets, name), 'k'.repeat(43));
    edit(folder);
    const text = execFileSync('kubectl', ['kustomize', join(folder, 'example')], { encoding: 'utf8' });
    return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What each object was asked for. */
type Asked = Map<object, Set<string>>;

/** Stands for a value, and writes down which keys of it are asked for. */
function watched<T extends object>(value: T, asked: Asked): T {
  const keys = asked.get(value) ?? new Set();
  asked.set(value, keys);
  return new Proxy(value, {
    get(target, key) {
      if (typeof key === 'string') keys.add(key);
      const item: unknown = Reflect.get(target, key);
      return typeof item === 'object' && item !== null ? watched(item, asked) : item;
    },
  });
}

/** Paths of keys that the request did not ask for. */
function neverAsked(value: unknown, asked: Asked, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = asked.get(value);
  return Object.entries(value).flatMap(([key, item]) => {
    const at = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
    return keys?.has(key) ? neverAsked(item, asked, at) : [`${at} is no field`];
  });
}

type Model = { prototype: { validate(): void } };

/** Where the models of a version of an API are. */
const moduleOf = (apiVersion: string) =>
  apiVersion.startsWith('monitoring.coreos.com/')
    ? `@kubernetes-models/prometheus-operator/${apiVersion}`
    : `kubernetes-models/${apiVersion}`;

/**
 * The parts of an object that its schema does not allow. Kubernetes' schemas let unknown fields pass, so this finds the
 * fields that the schema check never looks at.
 */
export async function problemsIn(manifest: Manifest): Promise<string[]> {
  const models = (await import(moduleOf(manifest.apiVersion))) as Record<string, Model | undefined>;
  const model = models[manifest.kind];
  if (!model) return [`${manifest.kind} is no kind of ${manifest.apiVersion}`];
  const asked: Asked = new Map();
  try {
    model.prototype.validate.call(watched(manifest, asked));
  } catch (error) {
    return [String(error)];
  }
  return neverAsked(manifest, asked);
}
