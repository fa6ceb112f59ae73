import { readFileSync } from 'node:fs';
import { check } from './check.mjs';
import { demo } from './demo.mjs';
import { packageRoot } from './paths.mjs';
import { serve } from './serve.mjs';
import { UsageError } from './usage-error.mjs';

/** As sysexits.h has it: the command line is wrong. */
const EXIT_USAGE = 64;

/** THE list of commands: help, and what an unknown word is answered with, follow from it. */
const COMMANDS = {
  serve: { run: serve, takes: '[--port N]', says: 'the dashboard on your own credentials (the default)' },
  demo: {
    run: demo,
    takes: '[--port N] [emulator flags]',
    says: 'the dashboard on made-up data; needs no cloud account',
  },
  check: {
    run: check,
    takes: '',
    says: 'reads the configuration as serve does, asks each account for one ENI, and says what answers',
  },
};

const { version } = JSON.parse(readFileSync(`${packageRoot}package.json`, 'utf8'));

function help() {
  const lines = Object.entries(COMMANDS).map(
    ([name, { takes, says }]) => `  eni-atlas ${`${name} ${takes}`.trim().padEnd(36)} ${says}`,
  );
  return `ENI Atlas ${version}: a read-only dashboard over Alibaba Cloud's elastic network interfaces

${lines.join('\n')}
  eni-atlas --version | --help

It is configured by environment variables: docs/CONFIGURATION.md in the folder of this package.`;
}

/** @param {string[]} args what stands after the command's own name */
async function main(args) {
  const [first = 'serve', ...rest] = args;
  if (first === '--version' || first === '-v') return console.log(version);
  if (first === '--help' || first === '-h' || first === 'help') return console.log(help());
  const isFlag = first.startsWith('-');
  const name = isFlag ? 'serve' : first;
  if (!Object.hasOwn(COMMANDS, name))
    throw new UsageError(
      `unknown command ${JSON.stringify(name)}. Allowed: ${Object.keys(COMMANDS).join(', ')}`,
    );
  await COMMANDS[name].run(isFlag ? args : rest);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`eni-atlas: ${error.message}\n\n${help()}`);
  process.exitCode = EXIT_USAGE;
}
