const TEST = '\\.(test|test-kit|e2e)\\.tsx?$';
const FEATURES = '^components/(eni-table|eni-drawer|filter-bar|shell|states|status-line)/';

/** A rule that is broken by any import from one place to another. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    never('no-circular', 'A cycle has no first file to read.', {}, { circular: true }),
    never(
      'eni-is-pure',
      'The model is facts: it imports zod and itself.',
      { path: '^lib/eni/', pathNot: TEST },
      { pathNot: ['^lib/eni/', 'node_modules/zod/'] },
    ),
    never(
      'search-on-eni',
      'A filter definition knows the model, never the server or a component.',
      { path: '^lib/search/', pathNot: TEST },
      { pathNot: ['^lib/(search|eni|steps)/', 'node_modules/(zod|fflate)/'] },
    ),
    never(
      'keys-are-pure',
      'What keys do and how they are spelled is a list, of which components make use.',
      { path: '^lib/keys/', pathNot: TEST },
      { pathNot: ['^lib/keys/', 'node_modules/zod/'] },
    ),
    never(
      'usage-on-eni',
      'Who has which address follows from the model alone.',
      { path: '^lib/usage/', pathNot: TEST },
      { pathNot: '^lib/(usage|eni)/' },
    ),
    never(
      'findings-on-usage',
      'A rule is a pure function of what has been read.',
      { path: '^lib/findings/', pathNot: TEST },
      { pathNot: ['^lib/(findings|usage|search|eni|export|steps)/', 'node_modules/zod/'] },
    ),
    never(
      'overview-adds-up',
      'Its figures are those of the views that it leads to, so it is made of what they are made of.',
      { path: '^lib/overview/', pathNot: TEST },
      { pathNot: '^lib/(overview|findings|changes|usage|search|eni|steps)/' },
    ),
    never(
      'changes-on-search',
      'What changed follows from two looks alone.',
      { path: '^lib/changes/', pathNot: TEST },
      { pathNot: ['^lib/(changes|export|search|eni|steps)/', 'node_modules/zod/'] },
    ),
    never(
      'cleanup-on-findings',
      'What can go, what that frees and the script of it follow from what has been read.',
      { path: '^lib/cleanup/', pathNot: TEST },
      { pathNot: ['^lib/(cleanup|findings|usage|export|search|eni)/', 'node_modules/zod/'] },
    ),
    never(
      'compare-on-changes',
      'What differs follows from two sides alone.',
      { path: '^lib/compare/', pathNot: TEST },
      {
        pathNot: [
          '^lib/(compare|changes|export|usage|search|eni|steps)/',
          'node_modules/(zod|papaparse|@types/papaparse)/',
        ],
      },
    ),
    never(
      'pods-on-eni',
      'Which pod has an address follows from what kubectl printed and the model.',
      { path: '^lib/pods/', pathNot: TEST },
      { pathNot: ['^lib/(pods|eni)/', 'node_modules/zod/'] },
    ),
    never(
      'answer-on-search',
      'What is said of a question follows from what was read and what the places said.',
      { path: '^lib/answer/', pathNot: TEST },
      { pathNot: '^lib/(answer|export|search|pods|eni)/' },
    ),
    never(
      'views-are-urls',
      'What a page shows is a pure function of its URL.',
      { path: '^lib/views/', pathNot: TEST },
      { pathNot: ['^lib/(views|findings|usage|compare|cleanup|search|eni)/', 'node_modules/zod/'] },
    ),
    never(
      'client-never-server',
      'What runs in the browser asks over HTTP.',
      { path: '^(components|lib/queries)/', pathNot: TEST },
      { path: '^lib/server/' },
    ),
    never(
      'browser-never-reaches-server',
      'The same, however many imports lie between.',
      { path: '^(components|lib/queries)/', pathNot: TEST },
      { path: '^lib/server/', reachable: true },
    ),
    never(
      'handler-has-no-ui',
      'A route of the API pulls in no component, at any depth.',
      { path: '^app/api/', pathNot: TEST },
      { path: '^components/', reachable: true },
    ),
    never(
      'cut-in-one-place',
      'A route takes its scope of the visit, which cuts it to what the asker may see; it makes none, and goes past none.',
      { path: '^app/', pathNot: TEST },
      { path: '^lib/server/(accounts|scope)\\.ts$|^lib/server/(aliyun|scan|traffic)/' },
    ),
    never(
      'aliyun-not-scan',
      'The calls know nothing of the walk over them.',
      { path: '^lib/server/aliyun/', pathNot: TEST },
      { path: '^lib/server/(scan|http|[^/]*$)', pathNot: '^lib/server/(config|log|accounts|metrics)\\.ts$' },
    ),
    never(
      'traffic-is-generic',
      'What stands between a question and the cloud knows neither.',
      { path: '^lib/server/traffic/', pathNot: TEST },
      { path: '^lib/server/(aliyun|scan|http)/' },
    ),
    never(
      'scan-not-http',
      'A scan knows nothing of requests.',
      { path: '^lib/server/scan/', pathNot: TEST },
      { path: '^lib/server/http/' },
    ),
    never(
      'server-not-upwards',
      'Configuration, log, metrics and accounts are the ground: nothing below them.',
      {
        path: '^lib/server/((config|log|metrics|process)/(config|config-values|accounts-file|log|loopback|metrics|host-rejections|draining)|accounts)\\.ts$',
      },
      { path: '^lib/server/(?!(config|log|metrics|process)/).+/' },
    ),
    never(
      'wire-stays-inside',
      'Raw wire types are turned into Eni before they leave.',
      { pathNot: ['^lib/server/aliyun/', TEST] },
      { path: '^lib/server/aliyun/(wire|normalise)\\.ts$' },
    ),
    never(
      'one-sdk-door',
      'Only the client and the credentials know the cloud SDK.',
      { path: '^(app|components|lib)/', pathNot: ['^lib/server/aliyun/(client\\.ts|credentials/)', TEST] },
      { path: 'node_modules/(@alicloud|@darabonba)/' },
    ),
    never(
      'ui-is-generic',
      'Generic pieces know no ENI and no feature.',
      { path: '^components/(ui|data-table)/' },
      { path: ['^lib/(eni|search|queries)/', '^components/(?!ui/|data-table/|keys/)'] },
    ),
    never(
      'no-sibling-features',
      'Features do not know each other; the explorer composes them.',
      { path: FEATURES },
      { path: FEATURES, pathNot: '^components/($1|states)/' },
    ),
    never(
      'explorer-is-top',
      'Nothing but pages imports what composes the features.',
      { path: '^components/(?!(explorer|usage|overview)/)' },
      { path: '^components/(explorer|usage|overview)/' },
    ),
    never(
      'app-is-top',
      'Routes are where everything meets; nothing imports them.',
      { pathNot: ['^app/', TEST] },
      { path: '^app/' },
    ),
    never(
      'tests-are-leaves',
      'Only tests import tests.',
      { pathNot: ['^e2e/', TEST] },
      { path: [TEST, '^e2e/'] },
    ),
    never(
      'emulator-is-apart',
      'The emulator is another program: it is talked to over HTTP.',
      { path: '^emulator/', pathNot: TEST },
      { path: '^(app|components|lib)/' },
    ),
    never(
      'nothing-on-the-emulator',
      'The dashboard cannot tell the emulator from the cloud.',
      { path: '^(app|components|lib)/', pathNot: TEST },
      { path: '^emulator/' },
    ),
    never(
      'no-dev-packages',
      'What runs imports only what is installed to run.',
      { path: '^(app|components|lib)/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    never(
      'nothing-on-bench',
      'What is measured knows nothing of the measuring.',
      { pathNot: '^bench/' },
      { path: '^bench/' },
    ),
    never('no-unresolvable', 'Every import can be resolved.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Readers and generated clients stand on packages that the root does not have: e2e/consumers/package.json
    exclude: { path: '\\.(css|json)$|^e2e/consumers/(readers|clients|\\.openapi)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
