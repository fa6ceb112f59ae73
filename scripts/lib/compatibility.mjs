/**
 * What the consumers of a run compared: by the report of vitest, in which each test that passed says it of itself.
 * @typedef {{ name: string; version: string; artefact: string; estate: string; rows: number; values: number }} Compared
 * @returns {Compared[]}
 */
export function comparedIn({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ status, meta }) => (status === 'passed' && meta?.consumer ? [meta.consumer] : []));
}

const count = new Intl.NumberFormat('en').format;

/**
 * A Markdown table with a line for each thing that a consumer took, the estates of it together.
 * @param {Compared[]} compared
 */
export function tableOf(compared) {
  const groups = new Map();
  for (const each of compared) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  const lines = [...groups.values()].map((group) => {
    const [{ artefact, name, version }] = group;
    const sum = (field) => count(group.reduce((total, each) => total + each[field], 0));
    const estates = [...new Set(group.map(({ estate }) => estate))].join(', ');
    return `| ${artefact} | ${name} | ${version} | ${estates} | ${sum('rows')} | ${sum('values')} |`;
  });
  lines.sort((a, b) => a.localeCompare(b, 'en'));
  return [
    '| what | read by | version | estates | rows | values compared |',
    '| --- | --- | --- | --- | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}

const keyOf = ({ artefact, name, version }) => `${artefact} ${name} ${version}`;

/**
 * What the table of a page lacks of a run, versions and counts aside: they change with the system and with the estates.
 * @param {string} page
 * @param {Compared[]} compared
 */
export function missingIn(page, compared) {
  const has = ({ artefact, name, estate }) =>
    page.split('\n').some((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      return cells[1] === artefact && cells[2] === name && cells[4]?.split(', ').includes(estate);
    });
  return compared
    .filter((each) => !has(each))
    .map(({ artefact, name, estate }) => `${name}: ${artefact}, ${estate}`);
}
