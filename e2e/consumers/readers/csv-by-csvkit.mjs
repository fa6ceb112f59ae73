import { execFileSync } from 'node:child_process';
import { print } from './print.mjs';

const [, , file, ...options] = process.argv;
const text = execFileSync('csvjson', [...options, file], { encoding: 'utf8', maxBuffer: 2 ** 29 });
const objects = JSON.parse(text);
print('', Object.keys(objects[0] ?? {}));
for (const object of objects) print('', Object.values(object));
