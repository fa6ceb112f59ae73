import 'server-only';
import { CLOUD_ERROR_CODES, CLOUD_ERRORS, cloudErrorKey } from '@/lib/eni/cloud-errors';
import { OPTIONAL_CALLS } from '@/lib/eni/optional-calls';
import { PROBLEMS, type ProblemCode, problemType } from '@/lib/eni/problem';
import { ramPolicy } from '@/lib/export/ram-policy';
import messages from '@/lib/i18n/en.json';
import { FILTER_KEYS, filterOf } from '@/lib/search/filters';
import { afterFailure } from '../traffic/after-failure';
import { describeFilter, examplesOf, parameterNamed } from './parameters';
import { API_ROUTES } from './routes';

const PROBLEM_WORDS: Record<string, { title: string }> = messages.problem;

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const code = (text: string) => `\`${text}\``;

function routesTable(): string {
  const rows = API_ROUTES.map(({ path, summary, filters, parameters }) => {
    const own = parameters.map((name) => parameterNamed(name).name).filter((name) => name !== 'id');
    const takes = [...(filters ? ['a search'] : []), ...own.map(code)];
    return [code(`GET ${path}`), summary, takes.join(', ') || 'nothing'];
  });
  return table(['route', 'answers', 'takes'], rows);
}

function filtersTable(): string {
  const rows = FILTER_KEYS.map((key) => {
    const isApplied = filterOf(key).send !== undefined;
    const examples = examplesOf(key).slice(0, 3).map(code).join(' ');
    return [
      code(key),
      describeFilter(key),
      examples,
      isApplied ? 'the cloud, where it can' : 'after reading',
    ];
  });
  return table(['key', 'what it filters by', 'values such as', 'applied by'], rows);
}

function problemsTable(): string {
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).toSorted((a, b) => PROBLEMS[a] - PROBLEMS[b]);
  const rows = codes.map((each) => [
    String(PROBLEMS[each]),
    `[${code(each)}](PROBLEMS.md#${each})`,
    PROBLEM_WORDS[each]?.title ?? '',
  ]);
  return table(['status', 'code', 'means'], rows);
}

function cloudErrorsTable(): string {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  const rows = CLOUD_ERROR_CODES.map((each) => {
    const problem = CLOUD_ERRORS[each];
    const { title, next } = messages.cloudError[cloudErrorKey(each)];
    const { retried, opensBreaker } = afterFailure(problem);
    return [code(each), code(problem), title, next, yes(retried !== false), yes(opensBreaker)];
  });
  const columns = [
    "the cloud's code",
    'problem',
    'what happened',
    'what to do',
    'retried',
    'opens the breaker',
  ];
  return table(columns, rows);
}

function afterFailureTable(): string {
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).map((each) => ({ each, ...afterFailure(each) }));
  const rows = codes
    .filter(({ retried, opensBreaker, bridged }) => retried !== false || opensBreaker || bridged)
    .map(({ each, retried, opensBreaker, bridged }) => [
      code(each),
      retried === 'soon' ? 'where the pause is 3 s or less' : retried ? 'twice' : 'no',
      opensBreaker ? 'yes' : 'no',
      bridged ? 'yes' : 'no',
    ]);
  return table(['problem', 'retried', 'opens the breaker', 'known rows stand in'], rows);
}

/** A section for each problem, under its code, which is the last word of its `type`. */
function problemParts(): string {
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).toSorted();
  return codes
    .map((each) => {
      const { title, next } = messages.problem[each];
      const { retried } = afterFailure(each);
      const again = retried === false ? '' : ' The dashboard itself tries again.';
      return `## ${each}\n\n${code(String(PROBLEMS[each]))} · ${code(problemType(each))}\n\n${title}. ${next}${again}`;
    })
    .join('\n\n');
}

function optionalCallsTable(): string {
  const rows = Object.values(OPTIONAL_CALLS).map(({ actions, version, setting, gives, cost }) => [
    actions.map(code).join(' '),
    version,
    gives,
    setting === null ? 'somebody asks' : code(setting),
    cost,
  ]);
  return table(['RAM action', 'API', 'tells', 'is asked when, or with', 'costs'], rows);
}

/** A policy that grants all of them at once. */
const optionalPolicy = () =>
  `\`\`\`json\n${ramPolicy(Object.values(OPTIONAL_CALLS).flatMap(({ actions }) => actions))}\n\`\`\``;

const TABLES: Readonly<Record<string, () => string>> = {
  routes: routesTable,
  filters: filtersTable,
  problems: problemsTable,
  'problem parts': problemParts,
  'cloud errors': cloudErrorsTable,
  'after a failure': afterFailureTable,
  'optional calls': optionalCallsTable,
  'optional policy': optionalPolicy,
};

/** A document with the text between `<!-- name -->` and `<!-- end of name -->` generated again, for each table. */
export function withTables(text: string): string {
  return Object.entries(TABLES).reduce(
    (whole, [name, make]) =>
      whole.replace(
        new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- end of ${name} -->)`),
        (_, before: string, after: string) => `${before}\n${make()}\n\n${after}`,
      ),
    text,
  );
}
