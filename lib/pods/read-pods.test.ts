import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikePods } from './looks-like-pods';
import { anyPods, printJson, printWide, WIDE } from './pods.test-kit';
import { readPods } from './read-pods';

const columnsInAnyOrder = fc.shuffledSubarray(WIDE, { minLength: WIDE.length });

describe('every pod that kubectl prints is read as it is', () => {
  test('as a table, whatever the order of its columns', () => {
    fc.assert(
      fc.property(anyPods, columnsInAnyOrder, (pods, columns) => {
        expect(readPods(printWide(pods, columns))).toEqual({ format: 'wide', pods, unread: [] });
      }),
    );
  });

  test('as a table without its head, and with all blanks run together', () => {
    fc.assert(
      fc.property(anyPods, fc.boolean(), (pods, isTight) => {
        const table = printWide(pods, WIDE, false);
        const read = readPods(isTight ? table.replace(/ {2,}/g, ' ') : table);
        expect(read).toEqual({ format: 'wide', pods, unread: [] });
      }),
    );
  });

  test('as JSON', () => {
    fc.assert(
      fc.property(anyPods, (pods) => {
        expect(readPods(printJson(pods))).toEqual({ format: 'json', pods, unread: [] });
      }),
    );
  });

  test('and any text is read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readPods(text);
        looksLikePods(text);
      }),
    );
  });
});

const WIDE_TEXT = `NAMESPACE     NAME                           READY   STATUS      RESTARTS       AGE   IP             NODE           NOMINATED NODE   READINESS GATES
payments      pay-gateway-6f9c7d9b8-x2lqm    1/1     Running     3 (2d4h ago)   41d   10.80.4.27     cn-bj.10.0.0.5   <none>           1/1
kube-system   kube-proxy-4k2vd               1/1     Running     0              90d   10.80.0.5      cn-bj.10.0.0.5   <none>           <none>
kube-system   terway-eniip-9f8qk             2/2     Running     0              90d   10.80.0.5      cn-bj.10.0.0.5   <none>           <none>
batch         settle-28491-7xk2p             0/1     Completed   0              2d    10.80.4.31     cn-bj.10.0.0.5   <none>           <none>
web           pending-5c9d                   0/1     Pending     0              9s    <none>         <none>           <none>           <none>
`;

describe('what the table of kubectl does not say outright', () => {
  const read = readPods(WIDE_TEXT);
  const pod = (name: string) => read?.pods.find((each) => each.name === name);

  test('pods that have one address together share that of their node', () => {
    expect(pod('kube-proxy-4k2vd')?.hostNetwork).toBe(true);
    expect(pod('terway-eniip-9f8qk')?.hostNetwork).toBe(true);
    expect(pod('pay-gateway-6f9c7d9b8-x2lqm')).toMatchObject({
      hostNetwork: false,
      addresses: ['10.80.4.27'],
    });
  });

  test('a pod that has ended, and one that has no address yet', () => {
    expect(pod('settle-28491-7xk2p')?.ended).toBe(true);
    expect(pod('pending-5c9d')).toMatchObject({ addresses: [], node: null });
  });

  test('of one namespace there is no namespace', () => {
    const one = WIDE_TEXT.split('\n')
      .map((line) => line.slice(14))
      .join('\n');
    expect(readPods(one)?.pods[0]).toMatchObject({ namespace: null, name: 'pay-gateway-6f9c7d9b8-x2lqm' });
  });

  test('lines of something else are named with their number, and the others are read', () => {
    const text = `$ kubectl get pods -A -o wide\n${WIDE_TEXT}Error from server: timeout\n`;
    const noisy = readPods(text);
    expect(noisy?.pods).toHaveLength(5);
    expect(noisy?.unread).toEqual([
      { line: 1, text: '$ kubectl get pods -A -o wide' },
      { line: 8, text: 'Error from server: timeout' },
    ]);
  });
});

test('of JSON, a pod of the host network says so itself, and what is no pod is named', () => {
  const read = readPods(
    JSON.stringify({
      kind: 'List',
      items: [
        {
          kind: 'Pod',
          metadata: { name: 'kube-proxy', namespace: 'kube-system' },
          spec: { nodeName: 'n1', hostNetwork: true },
          status: { phase: 'Running', podIP: '10.0.0.5', podIPs: [{ ip: '10.0.0.5' }, { ip: 'FD00::1' }] },
        },
        { kind: 'Service', metadata: { name: 'dns' } },
      ],
    }),
  );
  expect(read?.pods).toEqual([
    {
      namespace: 'kube-system',
      name: 'kube-proxy',
      addresses: ['10.0.0.5', 'fd00::1'],
      node: 'n1',
      hostNetwork: true,
      ended: false,
    },
  ]);
  expect(read?.unread).toEqual([{ line: 2, text: '{"kind":"Service","metadata":{"name":"dns"}}' }]);
});

test.each([
  ['', false],
  ['10.0.0.1 10.0.0.2', false],
  ['NAME READY now', false],
  ['{"kind":"Deployment"}', false],
  [WIDE_TEXT, true],
  [printJson([]), true],
])('%j is kubectl output: %s', (text, isPods) => {
  expect(looksLikePods(text)).toBe(isPods);
});

test.each(['', 'hello', '10.0.0.1', '{"kind":"Service","metadata":{"name":"a"}}', '[1', 'NAME IP'])(
  '%j is refused',
  (text) => {
    expect(readPods(text)).toBeNull();
  },
);
