import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { systemConsumer, testWith } from './consumer';
import { type Manifest, problemsIn, renderExample } from './manifests';

const kubectl = systemConsumer('kubectl');

/** Fields whose keys people choose freely; `selector` is one in a Service. */
const FREE = /^(labels|matchLabels|annotations|data|requests|limits)$/;
const isFree = (key: string, item: unknown) =>
  FREE.test(key) || (key === 'selector' && !('matchLabels' in (item as object)));

/** Every way to misspell one field of a value, each as a copy with the path of the field. */
function* misspelt(value: unknown, path = ''): Generator<{ copy: unknown; path: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const at = `${path}.${key}`;
    const put = (name: string, part: unknown) => {
      if (Array.isArray(value)) return value.with(Number(key), part);
      const { [key]: _, ...others } = value as Record<string, unknown>;
      return { ...others, [name]: part };
    };
    if (!Array.isArray(value)) yield { copy: put(`${key}s`, item), path: at };
    if (isFree(key, item)) continue;
    for (const { copy, path: below } of misspelt(item, at)) yield { copy: put(key, copy), path: below };
  }
}

const named = ({ kind, metadata }: Manifest) => `${kind}/${metadata.name.replace(/-[a-z0-9]{10}$/, '-…')}`;

testWith(kubectl, 'renders what Kubernetes takes, and every field that is misspelt is found', async () => {
  const manifests = renderExample();
  expect(manifests.map(named)).toEqual([
    'Namespace/eni-atlas',
    'ServiceAccount/eni-atlas',
    'ConfigMap/eni-atlas-access',
    'ConfigMap/eni-atlas-…',
    'Secret/eni-atlas-…',
    'Service/eni-atlas',
    'Service/eni-atlas-redis',
    'Deployment/eni-atlas',
    'Deployment/eni-atlas-redis',
    'PodDisruptionBudget/eni-atlas',
    'ServiceMonitor/eni-atlas',
    'NetworkPolicy/eni-atlas',
    'NetworkPolicy/eni-atlas-redis',
    'NetworkPolicy/eni-atlas-to-redis',
  ]);
  let planted = 0;
  for (const manifest of manifests) {
    expect(await problemsIn(manifest), named(manifest)).toEqual([]);
    for (const { copy, path } of misspelt(manifest)) {
      // Without these, the schema of the object cannot be told.
      if (path === '.apiVersion' || path === '.kind') continue;
      planted += 1;
      expect(await problemsIn(copy as Manifest), `${named(manifest)}${path}`).not.toEqual([]);
    }
  }
  expect(planted).toBeGreaterThan(250);
});

testWith(kubectl, 'renders what is wrong in the files, and it is found there', async () => {
  const changed = async (file: string, from: string, to: string) => {
    const manifests = renderExample((folder) => {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    });
    return (await Promise.all(manifests.map(problemsIn))).flat().join('\n');
  };
  const deployment = 'base/deployment.yaml';
  expect(await changed(deployment, 'readOnlyRootFilesystem', 'readonlyRootFilesystem')).toContain(
    '.spec.template.spec.containers[0].securityContext.readonlyRootFilesystem is no field',
  );
  expect(await changed(deployment, 'replicas: 2', 'replicas: two')).toContain('replicas');
  expect(await changed('base/pod-disruption-budget.yaml', 'policy/v1', 'apps/v1')).toContain(
    'PodDisruptionBudget is no kind of apps/v1',
  );
});

type Labels = Record<string, string>;
type Part = { spec: { template: { metadata: { labels: Labels }; spec: Pod } } };
type Pod = {
  automountServiceAccountToken: boolean;
  securityContext: object;
  containers: { image: string; securityContext: object; ports: { name: string; containerPort: number }[] }[];
};
type Service = { spec: { selector: Labels; ports: { targetPort: string }[] } };

testWith(kubectl, 'renders pods that have no right, which services and budgets find', async () => {
  const all = renderExample();
  const of = <T>(kind: string, name: string) =>
    all.find((one) => one.kind === kind && one.metadata.name === name) as unknown as T;
  for (const name of ['eni-atlas', 'eni-atlas-redis']) {
    const { template } = of<Part>('Deployment', name).spec;
    expect(template.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    for (const { securityContext, ports } of template.spec.containers) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      const service = of<Service>('Service', name).spec;
      expect(service.ports.map(({ targetPort }) => targetPort)).toEqual(ports.map((port) => port.name));
      expect(template.metadata.labels).toMatchObject(service.selector);
    }
  }
  const { template } = of<Part>('Deployment', 'eni-atlas').spec;
  expect(template.spec.containers[0]?.image).toBe('registry.example.com/eni-atlas:0.1.0');
  expect(of('PodDisruptionBudget', 'eni-atlas')).toMatchObject({
    spec: { selector: { matchLabels: template.metadata.labels } },
  });
  expect(JSON.stringify(of('NetworkPolicy', 'eni-atlas'))).toContain('"except":["100.100.100.200/32"');
});
